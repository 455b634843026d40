import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { ShellWords } from './words.ts'

/** Sets the application menu. Lock is always one key away: Ctrl+L, on a Mac Cmd+L. */
export function setMenu(words: ShellWords, lock: () => void): void {
  const appMenu: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  const template: MenuItemConstructorOptions[] = [
    ...appMenu,
    {
      label: words.file,
      submenu: [{ label: words.lock, accelerator: 'CmdOrCtrl+L', click: lock }, { type: 'separator' }, { label: words.quit, role: 'quit' }],
    },
    {
      label: words.edit,
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: words.view,
      submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { type: 'separator' }, { role: 'togglefullscreen' }],
    },
    { label: words.help, role: 'help', submenu: [{ role: 'about' }] },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
