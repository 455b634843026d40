import { describe, expect, test } from 'vitest'
import { keysByLabel, matchesKey, mayAct } from '../../renderer/ui/screen-keys.ts'

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

describe('when a key may act', () => {
  const nothing = { isTyping: false, isDialogOpen: false }
  test('a plain key acts on the page, and not while somebody types', () => {
    expect(mayAct({ keys: 'c' }, nothing)).toBe(true)
    expect(mayAct({ keys: 'c' }, { ...nothing, isTyping: true })).toBe(false)
    expect(mayAct({ keys: 'mod+Enter' }, { ...nothing, isTyping: true })).toBe(true)
    expect(mayAct({ keys: 'F6' }, { ...nothing, isTyping: true })).toBe(true)
  })

  test('behind an open dialog neither a plain key nor a chord of the page acts; locking and hiding do', () => {
    const now = { isTyping: false, isDialogOpen: true }
    expect(mayAct({ keys: 'c' }, now)).toBe(false)
    expect(mayAct({ keys: 'mod+Enter' }, now)).toBe(false)
    expect(mayAct({ keys: '?', reach: 'everywhere' }, now)).toBe(false)
    expect(mayAct({ keys: 'mod+l', reach: 'always' }, now)).toBe(true)
    expect(mayAct({ keys: 'F8', reach: 'always' }, { isTyping: true, isDialogOpen: true })).toBe(true)
  })
})

test('two keys for the same thing stand in one line', () => {
  const keys = [
    { keys: 'F9', label: 'Names' },
    { keys: 'mod+l', label: 'Lock' },
    { keys: 'mod+shift+h', label: 'Names' },
  ]
  expect(keysByLabel(keys)).toEqual([
    { label: 'Names', chords: ['F9', 'mod+shift+h'] },
    { label: 'Lock', chords: ['mod+l'] },
  ])
})
