import { expect, test } from 'vitest'
import { linesOfItems } from '#domain/risk/wording.ts'
import { openVault, refusalOf, valueOf } from '../../support/open-vault.ts'

const version = { tool: 'da5', version: 'strangulation-2017' } as const
const draft = {
  ...version,
  items: { strangulation: 'An invented question.' },
  isLicensed: true,
  permission: 'An invented licence',
} as const

test('pasted wording is kept for its version alone, replaced and removed', async () => {
  const { door } = await openVault()
  expect(await valueOf(door.risk.wording(version))).toBeNull()
  await valueOf(door.risk.saveWording(draft))
  await valueOf(door.risk.saveWording({ ...draft, items: { strangulation: 'Another invented question.' } }))
  expect(await valueOf(door.risk.wording(version))).toMatchObject({
    items: { strangulation: 'Another invented question.' },
    permission: 'An invented licence',
    savedBy: 'Petra Quillpusher',
  })
  expect(await valueOf(door.risk.wording({ ...version, version: 'pregnancy' }))).toBeNull()
  const listed = await valueOf(door.risk.wordings())
  expect(listed).toMatchObject([{ ...version, count: 1, permission: 'An invented licence', savedBy: 'Petra Quillpusher' }])
  expect(JSON.stringify(listed), 'the list has no question in it').not.toContain('question.')
  await valueOf(door.risk.removeWording(version))
  expect(await valueOf(door.risk.wordings())).toEqual([])
  expect(await valueOf(door.risk.wording(version))).toBeNull()
  expect(await refusalOf(door.risk.removeWording(version))).toEqual({ code: 'notFound', what: 'wording' })
})

test.each([
  ['without the word that the team may use it', { isLicensed: false as true }, 'isLicensed'],
  ['without saying by whose permission', { permission: ' ' }, 'permission'],
  ['for an item that the version has not', { items: { gun: 'An invented question.' } }, 'items.gun'],
  ['for a tool that is entered by its score', { tool: 'daLe' as const, version: '11' }, 'version'],
  ['with no words in it', { items: {} }, 'items'],
])('wording %s is not kept', async (_, change, path) => {
  const { door } = await openVault()
  expect(await refusalOf(door.risk.saveWording({ ...draft, ...change }))).toMatchObject({ code: 'invalidInput', fields: [{ path }] })
  expect(await valueOf(door.risk.wording(version))).toBeNull()
})

test('a pasted list becomes one line an item, without its numbers', () => {
  expect(linesOfItems('1. Invented one?\r\n\r\n 2) Invented two?\n3a: Invented three?\n- Invented four')).toEqual([
    'Invented one?',
    'Invented two?',
    'Invented three?',
    'Invented four',
  ])
})
