import { createIpcMain } from '../../build/stand-in/ipc-main.ts'

/** What `import 'electron'` gives to main/register.ts where frames are made up: the stand-in's own `ipcMain`, and the way to its handlers. */
export const router = createIpcMain()
export const { ipcMain } = router
