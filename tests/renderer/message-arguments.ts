/** The names of the values that a message in ICU syntax asks for: `{name}`, `{count, plural, one {...} other {...}}`, at any depth. Sorted. */
export function messageArguments(message: string): readonly string[] {
  const names = new Set<string>()
  let at = 0

  function text(isNested: boolean): void {
    while (at < message.length) {
      const letter = message[at++]
      if (letter === '{') argument()
      else if (letter === '}' && isNested) return
    }
  }

  function argument(): void {
    names.add(/^\s*(\w+)/.exec(message.slice(at))?.[1] ?? '')
    while (at < message.length) {
      const letter = message[at++]
      if (letter === '}') return
      if (letter === '{') text(true)
    }
  }

  text(false)
  return [...names].toSorted()
}
