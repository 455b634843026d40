import { app, dialog } from 'electron'
import { shellWords } from './words.ts'

/** Why the app does not start, and the switch, variable, file or setting that it is about. */
export type RefusedStart = {
  readonly because: 'switch' | 'environment' | 'profileMissing' | 'nativeChanged' | 'windowChanged'
  readonly name: string
}

/** What a script is told of a start that was refused. */
const EXIT_CODE = 64

/** Says in words why it does not start, and ends. */
export function refuseToStart({ because, name }: RefusedStart): void {
  const words = shellWords(new Intl.DateTimeFormat().resolvedOptions().locale)
  const reason = {
    switch: words.switchRefused,
    environment: words.environmentRefused,
    profileMissing: words.profileMissing,
    nativeChanged: words.nativeChanged,
    windowChanged: words.windowChanged,
  }
  dialog.showErrorBox(words.notStarted, reason[because](name))
  app.exit(EXIT_CODE)
}
