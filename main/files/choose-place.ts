import { dialog, type BrowserWindow } from 'electron'
import type { ShellWords } from '../words.ts'

/** Asks for a folder; null when the person thinks better of it. Nothing chosen is added to the system's list of recent places. */
export async function chooseFolder(parent: BrowserWindow, words: ShellWords): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
    title: words.chooseFolder,
    buttonLabel: words.saveHere,
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

/** Asks where the text file of the recovery key shall go; null when the person thinks better of it. */
export async function chooseRecoveryKeyFile(parent: BrowserWindow, words: ShellWords): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(parent, {
    title: words.saveRecoveryKey,
    defaultPath: 'caseboard-recovery-key.txt',
    filters: [{ name: words.textFile, extensions: ['txt'] }],
    properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
  })
  return canceled || filePath === '' ? null : filePath
}

/** Asks for the file of a backup; null when the person thinks better of it. */
export async function chooseBackupFile(parent: BrowserWindow, words: ShellWords): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
    title: words.chooseBackup,
    buttonLabel: words.openBackup,
    filters: [{ name: words.backupFile, extensions: ['caseboard'] }],
    properties: ['openFile', 'dontAddToRecent'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}
