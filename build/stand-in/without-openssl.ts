import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

/** Takes away what Node's OpenSSL has and Electron's BoringSSL has not, so that it fails here as it would there. */
export function withoutOpenSslOnly(): void {
  const missing = (): never => {
    throw Object.assign(new Error('Argon2 algorithm not supported'), { code: 'ERR_CRYPTO_ARGON2_NOT_SUPPORTED' })
  }
  Object.assign(crypto, { argon2: missing, argon2Sync: missing })
  syncBuiltinESMExports()
}
