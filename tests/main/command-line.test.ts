import { expect, test } from 'vitest'
import { readLaunch } from '../../main/command-line.ts'

const packaged = (args: readonly string[], environment = {}) => readLaunch(args, environment, true)

test.each([
  '--remote-debugging-port=9222',
  '--remote-debugging-pipe',
  '--inspect',
  '--inspect-brk=0.0.0.0:9229',
  '-inspect',
  '--no-sandbox',
  '--load-extension=/x',
  '--user-data-dir=/x',
  '--js-flags=--expose-gc',
  '--enable-logging',
  '--log-net-log=/x',
  '--proxy-server=localhost:1',
  '--host-resolver-rules=MAP * 127.0.0.1',
  '--disable-web-security',
  '--unheard-of',
  '-r',
])('a packaged app refuses %s', (argument) => {
  expect(packaged(['--profile', 'records', argument])).toMatchObject({ kind: 'refuse', because: 'switch' })
})

test.each(['ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS', 'NAPI_RS_NATIVE_LIBRARY_PATH', 'ELECTRON_ENABLE_LOGGING', 'SSLKEYLOGFILE'])(
  'a packaged app refuses the environment %s',
  (name) => {
    expect(packaged([], { [name]: '1' })).toEqual({ kind: 'refuse', because: 'environment', name })
    expect(packaged([], { [name]: '' })).toMatchObject({ kind: 'run' })
  },
)

test('a developer may pass what the packaged app refuses', () => {
  expect(readLaunch(['out/main/index.js', '--inspect', '--profile=records'], { NODE_OPTIONS: '--x' }, false)).toEqual({
    kind: 'run',
    profile: 'records',
  })
})

test('the data folder is taken in both ways of writing it, the last one counting', () => {
  expect(packaged(['--profile', 'one'])).toEqual({ kind: 'run', profile: 'one' })
  expect(packaged(['--profile=one', '--profile=two'])).toEqual({ kind: 'run', profile: 'two' })
  expect(packaged([])).toEqual({ kind: 'run', profile: null })
})

test.each([[['--profile']], [['--profile=']], [['--profile', '--lang=en']]])('a data folder that is not named is refused: %j', (args) => {
  expect(packaged(args)).toMatchObject({ kind: 'refuse', because: 'profileMissing' })
})

test('what helps a screen reader or the display is let through', () => {
  expect(packaged(['--force-renderer-accessibility', '--lang=es', '--force-device-scale-factor=2', 'a-file'])).toMatchObject({
    kind: 'run',
  })
})
