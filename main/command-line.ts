import type { RefusedStart } from './refused-start.ts'

/** What the way of starting asks for. `profile` is null for the usual data folder. */
export type Launch = { readonly kind: 'run'; readonly profile: string | null } | (RefusedStart & { readonly kind: 'refuse' })

/** Switches that change how things look or are read aloud, and nothing that protects the store. */
const harmless = [
  '--force-renderer-accessibility',
  '--force-device-scale-factor',
  '--force-high-contrast',
  '--disable-gpu',
  '--lang',
  '--ozone-platform',
  '--ozone-platform-hint',
]

/** Settings of the environment that let another program into ours, or make it write down what it does. */
const hostileEnvironment = [
  'ELECTRON_RUN_AS_NODE',
  'ELECTRON_ENABLE_LOGGING',
  'ELECTRON_LOG_FILE',
  // The loader of one of our native modules would load what these name instead.
  'NAPI_RS_NATIVE_LIBRARY_PATH',
  'NAPI_RS_FORCE_WASI',
  'NODE_OPTIONS',
  'NODE_REPL_EXTERNAL_MODULE',
  'NODE_V8_COVERAGE',
  'SSLKEYLOGFILE',
]

/**
 * Reads the arguments after the executable (and, unpackaged, the script). A packaged app knows `--profile` and a few harmless switches
 * and refuses all others, known to be hostile or not (security.md 47); unpackaged, developers may pass what they like.
 */
export function readLaunch(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  isPackaged: boolean,
): Launch {
  if (isPackaged) {
    const variable = hostileEnvironment.find((name) => (environment[name] ?? '') !== '')
    if (variable !== undefined) return { kind: 'refuse', because: 'environment', name: variable }
  }

  let profile: string | null = null
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? ''
    if (!isSwitch(argument)) continue
    const [name, value] = splitOnce(argument)
    if (name === '--profile') {
      profile = value ?? args[(index += 1)] ?? ''
      if (profile === '' || isSwitch(profile)) return { kind: 'refuse', because: 'profileMissing', name }
    } else if (isPackaged && !harmless.includes(name)) {
      return { kind: 'refuse', because: 'switch', name }
    }
  }
  return { kind: 'run', profile }
}

function isSwitch(argument: string): boolean {
  // Chromium also takes a single dash and, on Windows, a slash; an argument "-" or "/" alone is nothing to it.
  return argument.length > 1 && (argument.startsWith('-') || (process.platform === 'win32' && argument.startsWith('/')))
}

function splitOnce(argument: string): readonly [string, string?] {
  const at = argument.indexOf('=')
  return at < 0 ? [argument] : [argument.slice(0, at), argument.slice(at + 1)]
}
