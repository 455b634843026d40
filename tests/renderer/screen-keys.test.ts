import { describe, expect, test } from 'vitest'
import { matchesKey } from '../../renderer/ui/screen-keys.ts'

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

describe('keys of a screen', () => {
  test('mod is Control or Command', () => {
    expect(matchesKey('mod+k', press('k', { ctrlKey: true }))).toBe(true)
    expect(matchesKey('mod+k', press('k', { metaKey: true }))).toBe(true)
    expect(matchesKey('mod+k', press('k'))).toBe(false)
  })

  test('a plain key is not the same key with a modifier', () => {
    expect(matchesKey('n', press('n'))).toBe(true)
    expect(matchesKey('n', press('n', { ctrlKey: true }))).toBe(false)
    expect(matchesKey('n', press('N', { shiftKey: true }))).toBe(false)
  })

  test('a symbol counts however the keyboard makes it', () => {
    expect(matchesKey('?', press('?', { shiftKey: true }))).toBe(true)
    expect(matchesKey('?', press('?'))).toBe(true)
  })

  test('Shift is asked for where it is named', () => {
    expect(matchesKey('mod+shift+h', press('H', { ctrlKey: true, shiftKey: true }))).toBe(true)
    expect(matchesKey('mod+shift+h', press('h', { ctrlKey: true }))).toBe(false)
  })
})
