import classes from './kbd.module.css'

/** A key or chord as it stands on the keyboard: `F9`, `mod+k`. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <kbd className={classes.kbd}>
      {keys
        .split('+')
        .map((key) => keyName(key))
        .join(' ')}
    </kbd>
  )
}

const arrows: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' }

function keyName(key: string): string {
  if (key === 'mod') return navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl'
  return arrows[key] ?? (key.length === 1 ? key.toUpperCase() : key.charAt(0).toUpperCase() + key.slice(1))
}
