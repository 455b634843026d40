// For `node --import ./build/stand-in/register.mjs out/main/index.js`: runs the app's bundle on the stand-in instead of Electron.
import { resolveElectron } from './resolve-electron.ts'
import { withoutOpenSslOnly } from './without-openssl.ts'

resolveElectron()
withoutOpenSslOnly()
