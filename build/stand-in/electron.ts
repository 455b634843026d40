// What `import 'electron'` gives to the app's bundles when they run on the stand-in.
import { settingsOfProcess } from './settings-of-process.ts'
import { announcedSettings, handOver } from './launches.ts'
import { createStandIn } from './stand-in.ts'

const id = new URL(import.meta.url).searchParams.get('launch') ?? ''
const { control, surface } = createStandIn(id, announcedSettings(id) ?? (await settingsOfProcess()))
handOver(id, control)

export const { app, BrowserWindow, clipboard, ClipboardItem, dialog, ipcMain, Menu, powerMonitor, protocol, session, utilityProcess } =
  surface
