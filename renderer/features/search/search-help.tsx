import { useT } from '../../i18n/use-t.ts'
import classes from './search.module.css'

const examples = ['all', 'phrase', 'or', 'not', 'prefix', 'filters'] as const

/** What can be typed, each with an example that is looked for when it is pressed. */
export function SearchHelp({ onExample }: { readonly onExample: (text: string) => void }) {
  const t = useT()
  return (
    <dl className={classes.help}>
      {examples.map((name) => (
        <div key={name}>
          <dt>
            <button type="button" className={classes.example} onClick={() => onExample(t(`search.example.${name}`))}>
              {t(`search.example.${name}`)}
            </button>
          </dt>
          <dd>{t(`search.help.${name}`)}</dd>
        </div>
      ))}
    </dl>
  )
}
