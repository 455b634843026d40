import { app, clipboard, ClipboardItem, powerMonitor, protocol, session, utilityProcess } from 'electron'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { answering } from './answer.ts'
import { APP_SCHEME, appScheme, type AssetManifest } from './app-scheme.ts'
import { chromiumSwitches } from './chromium-switches.ts'
import { clipboardMarks } from './clipboard-marks.ts'
import { readLaunch } from './command-line.ts'
import { copiedText } from './copied-text.ts'
import { keepMemoryOutOfDumps } from './core-dumps.ts'
import { dataFolder, windowFolder } from './data-folder.ts'
import { chooseBackupFile, chooseFolder, chooseRecoveryKeyFile } from './files/choose-place.ts'
import { lookAtPlace } from './files/place-facts.ts'
import { incidentLog } from './incident-log.ts'
import { lockWhenIdle, lockWithSystem } from './lock-triggers.ts'
import { createLock } from './lock.ts'
import { lockWithDesktop } from './lock-with-desktop.ts'
import { setMenu } from './menu.ts'
import { changedNative, type NativeHashes } from './native-modules.ts'
import { denyNavigation } from './navigation.ts'
import { refuseToStart } from './refused-start.ts'
import { register } from './register.ts'
import { hardenSession } from './session-hardening.ts'
import { shellOperations } from './shell-operations.ts'
import { vaultProcess } from './vault-process.ts'
import { APP_TITLE, openWindow } from './window.ts'
import { shellWords } from './words.ts'

declare const __NATIVE_HASHES__: NativeHashes

const EMPTIED_WITHIN_MS = 1000

const bundles = join(import.meta.dirname, '..')
const isDeveloping = !app.isPackaged
const log = incidentLog((line) => process.stderr.write(line))

const launch = readLaunch(process.argv.slice(1), process.env, app.isPackaged)
if (launch.kind === 'run') prepare(launch.profile)
else refuseToStart(launch)

/** Everything that Chromium must be told before it starts. Nothing is awaited: Electron is ready only once this module has ended. */
function prepare(profile: string | null): void {
  for (const _pid of keepMemoryOutOfDumps()) log.record('dumpsNotClosed')
  app.setName(APP_TITLE)
  const folder = dataFolder(profile, app.getPath('userData'), process.env)
  app.setPath('userData', windowFolder(folder))
  for (const [name, value] of chromiumSwitches) app.commandLine.appendSwitch(name, value)
  app.enableSandbox()
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { standard: true, secure: true } }])

  if (!app.requestSingleInstanceLock()) {
    app.exit(0)
    return
  }
  app.on('session-created', (created) => {
    hardenSession(created, log, isDeveloping)
  })
  app.on('web-contents-created', (_event, contents) => {
    denyNavigation(contents, log)
  })
  const changed = isSealed() ? null : changedNative(join(bundles, '../node_modules'), __NATIVE_HASHES__)
  void app.whenReady().then(async () => {
    const name = await changed
    if (name === null) open(folder)
    else refuseToStart({ because: 'nativeChanged', name })
  })
}

/** On a Mac the signature of the app covers its native modules, and signing them changed them. */
function isSealed(): boolean {
  return process.platform === 'darwin' && app.isPackaged
}

/** The app itself: lock, vault, window, and the one way between window and vault. */
function open(folder: string): void {
  app.configureHostResolver({ enableBuiltInResolver: false, secureDnsMode: 'off' })
  app.clearRecentDocuments()
  const words = shellWords(app.getLocale())

  const inMemory = session.fromPartition('caseboard', { cache: false })
  inMemory.protocol.handle(APP_SCHEME, appScheme(join(bundles, 'renderer'), readManifest(), log))

  const copied = copiedText({ clipboard, Item: ClipboardItem, marks: clipboardMarks(process.platform), log })
  const lock = createLock({ monotonic: () => performance.now(), wall: () => Date.now() }, () => {
    // The records leave the screen first: ending a process and starting another takes its time.
    window.startOver()
    vault.replace()
    void copied.clear()
    log.record('locked')
  })
  const vault = vaultProcess({
    fork: () =>
      utilityProcess.fork(join(bundles, 'main/vault.js'), [folder], {
        serviceName: `${APP_TITLE} vault`,
        stdio: isDeveloping ? 'inherit' : 'ignore',
      }),
    log,
    onEnded: () => {
      lock.lock('vaultEnded')
    },
  })
  const window = openWindow({
    session: inMemory,
    preload: join(bundles, 'preload/index.cjs'),
    isDeveloping,
    onGone: () => {
      log.record('pageGone')
      if (lock.isUnlocked()) lock.lock('pageGone')
      else window.startOver()
    },
    onNotAsStated: (name) => {
      lock.lock('asked')
      refuseToStart({ because: 'windowChanged', name })
    },
  })
  const { browserWindow } = window

  const shell = shellOperations({
    vault,
    lock,
    copied,
    place: () => lookAtPlace(folder),
    host: { kind: process.versions['electron'] === undefined ? 'stand-in' : 'electron', version: app.getVersion() },
  })
  const { answer, greet } = answering({
    vault,
    lock,
    shell,
    dialogs: {
      chooseRecoveryKeyFile: () => chooseRecoveryKeyFile(browserWindow, words),
      chooseBackup: () => chooseBackupFile(browserWindow, words),
    },
    chooseFolder: () => chooseFolder(browserWindow, words),
    log,
  })
  register({ answer, greet, mainFrame: () => (browserWindow.isDestroyed() ? null : browserWindow.webContents.mainFrame), log })

  setMenu(words, () => {
    lock.lock('asked')
  })
  lockWithSystem(powerMonitor, lock)
  lockWhenIdle(lock)
  const stopListening = process.platform === 'linux' ? lockWithDesktop(lock) : () => undefined

  app.on('second-instance', () => {
    if (browserWindow.isDestroyed()) return
    if (browserWindow.isMinimized()) browserWindow.restore()
    browserWindow.focus()
  })
  app.on('window-all-closed', () => {
    app.quit()
  })
  let isVaultClosed = false
  app.on('before-quit', (event) => {
    if (isVaultClosed) return
    event.preventDefault()
    // A clipboard that does not answer must not keep the app from ending.
    const isEmptied = Promise.race([copied.clear(), wait(EMPTIED_WITHIN_MS)])
    void Promise.all([vault.end(), isEmptied]).then(() => {
      isVaultClosed = true
      stopListening()
      app.quit()
    })
  })
}

function readManifest(): AssetManifest {
  return JSON.parse(readFileSync(join(bundles, 'renderer/manifest.json'), 'utf8')) as AssetManifest
}
