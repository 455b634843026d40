import { expect, test } from 'vitest'
import { preferenceNotAsStated, statedPreferences } from '../../main/window-preferences.ts'

const stated = statedPreferences(false)

test('a window that runs with what is stated is let through, whatever else Electron tells of it', () => {
  expect(preferenceNotAsStated(stated, { ...stated, javascript: true, disablePopups: false })).toBeNull()
})

test.each(Object.keys(stated) as (keyof typeof stated)[])('a window whose %s is otherwise is told by it', (name) => {
  expect(preferenceNotAsStated(stated, { ...stated, [name]: !stated[name] })).toBe(name)
})

test.each(['sandbox', 'contextIsolation', 'nodeIntegration', 'webSecurity'])(
  'a window of which Electron does not tell %s is not trusted',
  (name) => {
    expect(preferenceNotAsStated(stated, { ...stated, [name]: undefined })).toBe(name)
  },
)

test('a lesser preference need not be told', () => {
  expect(preferenceNotAsStated(stated, { ...stated, navigateOnDragDrop: undefined, spellcheck: undefined })).toBeNull()
})

test('an installed app has no developer tools', () => {
  expect(statedPreferences(false).devTools).toBe(false)
  expect(statedPreferences(true).devTools).toBe(true)
})
