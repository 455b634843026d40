import { createInterface } from 'node:readline'

/** Asks for a secret without showing it; the first line of standard input where that is no terminal. */
export async function askSecret(question: string): Promise<string> {
  const { stdin, stderr } = process
  if (!stdin.isTTY) {
    for await (const line of createInterface({ input: stdin })) return line
    return ''
  }
  stderr.write(question)
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  let typed = ''
  for await (const chunk of stdin) {
    for (const character of String(chunk)) {
      switch (character) {
        case '\r':
        case '\n':
          stdin.setRawMode(false)
          stderr.write('\n')
          return typed
        case '\u0003':
          stdin.setRawMode(false)
          stderr.write('\n')
          process.exit(130)
        case '\u007f':
        case '\b':
          typed = [...typed].slice(0, -1).join('')
          break
        default:
          typed += character
      }
    }
  }
  return typed
}
