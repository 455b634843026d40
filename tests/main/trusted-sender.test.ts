import { expect, test } from 'vitest'
import { isTrustedSender } from '../../main/trusted-sender.ts'

const ours = { origin: 'caseboard://app' }

test('our main frame at our own origin is trusted', () => {
  expect(isTrustedSender(ours, ours)).toBe(true)
})

test.each([
  ['a frame that has gone', null, ours],
  ['any frame once the window has gone', ours, null],
  ['nothing at all', null, null],
  ['another frame of the same origin', { origin: 'caseboard://app' }, ours],
])('%s is not', (_case, sender, mainFrame) => {
  expect(isTrustedSender(sender, mainFrame)).toBe(false)
})

test.each(['caseboard://app.evil', 'caseboard://app:1', 'caseboard://other', 'https://app', 'file://', 'null', ''])(
  'our main frame at %j is not',
  (origin) => {
    const frame = { origin }
    expect(isTrustedSender(frame, frame)).toBe(false)
  },
)
