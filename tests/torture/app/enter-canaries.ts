import type { CaseDetail } from '#domain/case.ts'
import type { Page } from 'playwright-core'
import { ask } from '../../e2e/support/month.ts'
import { canaryOf, enterEverything, type Kind } from '../canary-entries.ts'
import type { Script } from './app-child.ts'

/** Kinds of text beyond those of the contract alone: typed into the window, or given to the operations that came later. */
export const moreKinds = [
  'typedAgency',
  'typedAgencyNotes',
  'typedSearch',
  'typedActionSearch',
  'typedPalette',
  'typedReferral0',
  'typedReferral1',
  'typedReferral2',
  'typedReferral3',
  'typedReferral4',
  'typedReferral5',
  'typedReferral6',
  'typedMeetingPlace',
  'typedMeetingChair',
  'typedHolderName',
  'typedWrongPassphrase',
  'holderName',
  'holderPassphrase',
  'changedVictim',
  'changedAddress',
  'secondChild',
  'holdReason',
  'fileName',
  'returnPassword',
] as const
type MoreKind = (typeof moreKinds)[number]
const canary = (kind: Kind | MoreKind): string => canaryOf(kind as Kind)

export const canaryPassphrase = `otter lantern quarry ${canary('passphrase')}`

async function goTo(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** The first run by the window, the recovery key read from it; gives the key. */
async function firstRun(page: Page): Promise<string> {
  await page.getByLabel('Passphrase', { exact: true }).fill(canaryPassphrase)
  await page.getByLabel('The same passphrase again').fill(canaryPassphrase)
  await page.getByRole('button', { name: 'Continue' }).click()
  const list = page.getByRole('list', { name: 'Recovery key' })
  await list.waitFor({ timeout: 60_000 })
  const groups = (await list.getByRole('listitem').allInnerTexts()).map((text) => text.replace(/^\s*\d+\s*/, '').trim())
  await page.getByRole('button', { name: 'I have it on paper or on a stick' }).click()
  for (const field of await page.getByLabel(/^Group \d+$/).all()) {
    const label = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '')
    await field.fill(groups[Number(/\d+/.exec(label)?.[0] ?? '0') - 1] ?? '')
  }
  await page.getByRole('button', { name: 'Check and create the records' }).click()
  await page.getByLabel('Name of the team').fill(canary('teamName'))
  await page.getByLabel('Your name').fill(canary('coordinator'))
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: /Start empty/ }).click()
  await page.getByRole('navigation').first().waitFor()
  return groups.join(' ')
}

async function changeCase(page: Page, id: number): Promise<void> {
  const detail = (await ask(page, 'cases.get', { id })) as CaseDetail
  const { version, victim, perpetrator, relationship, children, safeContact } = detail
  await ask(page, 'cases.change', {
    id,
    version,
    victim: { ...victim, name: canary('changedVictim'), address: canary('changedAddress') },
    perpetrator,
    relationship,
    childrenCount: 2,
    children: [...children, { name: canary('secondChild'), dateOfBirth: null, school: '' }],
    safeContact,
  })
}

async function typeEverywhere(page: Page): Promise<void> {
  await goTo(page, /^Agencies/)
  await page.getByRole('button', { name: 'Add an agency' }).first().click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).first().pressSequentially(canary('typedAgency'))
  await page.getByLabel('Notes').fill(canary('typedAgencyNotes'))
  await page.keyboard.press('Escape')
  await goTo(page, /^Cases/)
  await page.getByRole('searchbox').first().fill(canary('typedSearch'))
  await goTo(page, /^Actions/)
  await page.getByRole('searchbox').first().fill(canary('typedActionSearch'))
  await page.keyboard.press('Control+k')
  await page.keyboard.insertText(canary('typedPalette'))
  await page.waitForTimeout(400)
  await page.keyboard.press('Escape')

  await goTo(page, /^Cases/)
  await page.locator('main').focus()
  await page.keyboard.press('n')
  await page.locator('main').getByRole('textbox').nth(3).waitFor()
  const fields = (await page.locator('main').getByRole('textbox').all()).slice(0, 7)
  for (const [index, field] of fields.entries())
    if (await field.isEditable()) await field.fill(canary(`typedReferral${String(index)}` as MoreKind))
  await page.waitForTimeout(1000)

  await goTo(page, /^Meetings/)
  await page
    .getByRole('button', { name: /meeting/i })
    .first()
    .click()
  const texts = await page.getByRole('complementary').getByRole('textbox').all()
  for (const [index, kind] of (['typedMeetingPlace', 'typedMeetingChair'] as const).entries()) {
    const field = texts.at(index - 2)
    if (field && (await field.isEditable())) await field.fill(canary(kind)).catch(() => undefined)
  }
  await page.keyboard.press('Escape')
  await goTo(page, /^Settings/)
  await page.getByRole('link', { name: 'Who has access…' }).click()
  await page.getByRole('button', { name: 'Add a person' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(canary('typedHolderName'))
  await page.keyboard.press('Escape')
}

/** So many minutes of looking at every page, locking and unlocking. */
async function goOnFor(page: Page, minutes: number): Promise<void> {
  const until = Date.now() + minutes * 60_000
  while (Date.now() < until) {
    for (const name of [/^This month/, /^Cases/, /^Meetings/, /^Actions/, /^Agencies/, /^Sharing/, /^Settings/]) await goTo(page, name)
    await page.keyboard.press('Control+l')
    await page.getByLabel('Passphrase', { exact: true }).fill(canaryPassphrase)
    await page.keyboard.press('Enter')
    await page.getByRole('navigation').first().waitFor({ timeout: 60_000 })
    await goTo(page, /^Cases/)
    await page.waitForTimeout(5000)
  }
}

/** First run, every kind of canary stored or typed, looked at, exported, locked, unlocked and locked again. */
export const run: Script = async ({ app, folder, stage }) => {
  const { page } = app
  const recoveryKey = await firstRun(page)
  process.send?.(`recovery ${recoveryKey}`)
  const { caseId, agencyId, meetingId } = await enterEverything((name, input) => ask(page, name, input))
  await changeCase(page, caseId)
  await ask(page, 'retention.placeHold', { caseId, reason: canary('holdReason') })
  await ask(page, 'keys.add', {
    current: canaryPassphrase,
    name: canary('holderName'),
    role: 'deputy',
    passphrase: `seven kettles ${canary('holderPassphrase')}`,
  })
  await ask(page, 'imports.read', {
    kind: 'referrals',
    fileName: `${canary('fileName')}.csv`,
    bytes: new TextEncoder().encode('no table'),
  }).catch(() => undefined)
  await ask(page, 'sharing.readReturn', {
    fileName: 'a.xlsx',
    bytes: new TextEncoder().encode('no workbook'),
    password: canary('returnPassword'),
  }).catch(() => undefined)
  await typeEverywhere(page)
  app.answerOpenDialog([folder])
  await ask(page, 'sharing.save', { meetingId, agencyIds: [agencyId] })
  await goTo(page, /^Cases/)
  await goOnFor(page, Number(process.env['CASEBOARD_TORTURE_MINUTES'] ?? '0'))
  await stage('entered')

  await page.keyboard.press('Control+l')
  await page.getByRole('heading', { name: 'Locked' }).waitFor()
  await page.getByLabel('Passphrase', { exact: true }).fill(canary('typedWrongPassphrase'))
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor({ timeout: 30_000 })
  await stage('locked')
}
