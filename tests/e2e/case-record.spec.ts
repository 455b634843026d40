import type { Locator, Page } from '@playwright/test'
import type { CaseDetail } from '../../domain/case.ts'
import { expectAccessible } from './support/accessible.ts'
import { expect, test } from './support/fixture.ts'
import { holdMeeting } from './support/held-meeting.ts'
import { ask, passphrase, seedMonth, startTeam } from './support/month.ts'

const status = (page: Page) => page.getByRole('complementary').getByRole('status')
const panel = (page: Page, name: string) => page.getByRole('complementary', { name })
const saved = (page: Page) => expect(status(page)).toHaveText('Saved')
const overview = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

/** Presses Tab until a thing has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor()
  for (let presses = 0; presses < 90; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab never reached it')
}

/** From anywhere to the first case of the table, by keys alone. */
async function openCase(page: Page, reference: string): Promise<void> {
  await tabTo(page, page.getByRole('link', { name: /^Cases/ }))
  await page.keyboard.press('Enter')
  await page.getByRole('grid', { name: 'Cases' }).getByText(reference).waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type(reference)
  await expect(page.getByRole('grid', { name: 'Cases' }).getByRole('row')).toHaveCount(2)
  await tabTo(page, page.getByRole('grid', { name: 'Cases' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: reference, level: 1 })).toBeFocused()
}

async function openFirstCase(page: Page): Promise<void> {
  await startTeam(page)
  await seedMonth(page, '2026-12-10')
  await page.reload()
  await openCase(page, 'HR-2026-0001')
}

test('a full case is entered by keyboard alone, undone, done again, and stands after a lock', async ({ page }) => {
  test.slow()
  await openFirstCase(page)
  const { keyboard } = page
  await expect(overview(page, 'Voice of the victim')).toContainText('Do not contact')
  await expect(overview(page, 'Voice of the victim')).toContainText('Nobody has said yet what the victim wants.')

  await keyboard.press('v')
  const voice = panel(page, 'Her voice')
  await expect(voice.getByLabel(/^Said on/).first()).toBeFocused()
  await keyboard.press('Tab')
  await keyboard.type('Yes')
  await tabTo(page, voice.getByLabel('What she wants'))
  await keyboard.type('To stay in the home.')
  await keyboard.press('Tab')
  await keyboard.type('The school gate on Fridays.')
  await saved(page)
  await expectAccessible(page)
  await keyboard.press('Escape')
  await expect(overview(page, 'Voice of the victim')).toContainText('To stay in the home.')
  await expect(overview(page, 'Voice of the victim')).toContainText('Not known to have been told of the meeting.')

  await keyboard.press('k')
  await expect(panel(page, 'What the perpetrator knows').getByRole('combobox').first()).toBeFocused()
  await keyboard.type('No')
  await saved(page)
  await keyboard.press('Escape')
  await expect(overview(page, 'Danger')).toContainText('Perpetrator knows of it: no')

  await keyboard.press('5')
  await expect(page.getByRole('tab', { name: 'Chain' })).toHaveAttribute('aria-selected', 'true')
  await keyboard.press('n')
  await keyboard.type('Order is')
  await keyboard.press('Tab')
  await keyboard.type('02/11/2026')
  await keyboard.press('Enter')
  await expect(overview(page, 'Chain')).toContainText('Order issued')

  await keyboard.press('Alt+6')
  await tabTo(page, page.getByRole('tabpanel').getByRole('button', { name: /^housing/i }))
  await keyboard.press('o')
  await expect(overview(page, 'Needs')).toContainText('housing: no action')
  await tabTo(page, page.getByRole('button', { name: 'Add a point of contact' }))
  await keyboard.press('Enter')
  const contact = panel(page, 'Point of contact')
  await expect(contact.getByRole('combobox', { name: /^Agency/ })).toBeFocused()
  await keyboard.type('Lakeside')
  await saved(page)
  await keyboard.press('Escape')
  await expect(overview(page, 'Needs')).toContainText('Lakeside Hospital')

  await keyboard.press('8')
  await keyboard.press('n')
  await keyboard.type('The locks are to come on Friday.')
  await saved(page)
  await keyboard.press('Escape')
  await expect(page.getByRole('tabpanel')).toContainText('The locks are to come on Friday.')
  await expectAccessible(page)

  const undo = page.getByRole('button', { name: 'Undo: Note added' })
  await expect(undo).toBeVisible()
  await keyboard.press('Control+z')
  await expect(page.getByText('The locks are to come on Friday.')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Redo: Note added' })).toBeVisible()
  await keyboard.press('Control+Shift+z')
  await expect(undo).toBeVisible()
  await expect(page.getByRole('tabpanel')).toContainText('The locks are to come on Friday.')

  await keyboard.press('Control+l')
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await keyboard.press('Enter')
  await openCase(page, 'HR-2026-0001')
  await expect(overview(page, 'Voice of the victim')).toContainText('The school gate on Fridays.')
  await expect(overview(page, 'Chain')).toContainText('Order issued')
  await expect(undo).toBeVisible()
})

test('what is typed a moment before the lock stands in the record, and a half entry is kept as a draft', async ({ page }) => {
  await openFirstCase(page)
  const { keyboard } = page
  await keyboard.press('8')
  await keyboard.press('n')
  await keyboard.type('Typed in the last second')
  await keyboard.press('Control+l')
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await keyboard.press('Enter')
  await openCase(page, 'HR-2026-0001')
  await keyboard.press('8')
  await expect(page.getByRole('tabpanel')).toContainText('Typed in the last second')

  await keyboard.press('6')
  await tabTo(page, page.getByRole('button', { name: 'Add a point of contact' }))
  await keyboard.press('Enter')
  const often = panel(page, 'Point of contact').getByLabel(/^How often/)
  await tabTo(page, often)
  await keyboard.type('every Tuesday')
  await expect(status(page)).toHaveText('Not complete yet: kept as a draft')
  await keyboard.press('Escape')
  await tabTo(page, page.getByRole('button', { name: 'Add a point of contact' }))
  await keyboard.press('Enter')
  await expect(often).toHaveValue('every Tuesday')
})

test('an entry that was changed meanwhile is not overwritten unasked', async ({ page }) => {
  await openFirstCase(page)
  const caseId = 1
  const content = { kind: 'note', on: '2026-11-20', text: 'As it was.' }
  const id = (await ask(page, 'record.save', { caseId, content, provenance: {} })) as number
  await page.keyboard.press('8')
  await page.reload()
  await openCase(page, 'HR-2026-0001')
  await page.keyboard.press('8')
  await page.getByText('As it was.').click()
  await ask(page, 'record.save', { caseId, id, version: 1, content: { ...content, text: 'As another had it.' }, provenance: {} })
  await panel(page, 'Note').getByRole('textbox').first().fill('As I have it.')
  const alert = panel(page, 'Note').getByRole('alert')
  await expect(alert).toContainText('This entry was changed meanwhile')
  await expect(alert).toContainText('As I have it.')
  await expectAccessible(page)
  await alert.getByRole('button', { name: 'Save my form over it' }).click()
  await saved(page)
  expect(await ask(page, 'record.of', { caseId })).toMatchObject({ entries: [{ id, content: { text: 'As I have it.' } }] })
})

/** Topics of the checklist, grave ones first. */
const gravest = ['strangulation', 'threatToKill', 'separation', 'weapon', 'stalking', 'moreOften', 'growingWorse', 'fear', 'isolation']

/** The blocks of the overview, and the overview itself, that do not show all of what is in them. */
async function cutIn(page: Page): Promise<readonly string[]> {
  const cut: string[] = []
  for (const name of ['Danger', 'Voice of the victim', 'Due', 'Chain', 'Needs']) {
    const isCut = await overview(page, name).evaluate((block) =>
      [block, block.parentElement?.parentElement].some((part) => part && part.scrollHeight > part.clientHeight),
    )
    if (isCut) cut.push(name)
  }
  return cut
}

test('a full case stands on one small screen without scrolling, and every tab is accessible', async ({ page }) => {
  test.slow()
  await page.setViewportSize({ width: 1280, height: 720 })
  const { agencyIds, actionIds, today } = await holdMeeting(page)
  const caseId = 1
  const contents = [
    {
      kind: 'voice',
      on: '2026-11-19',
      wasAsked: 'yes',
      wants: 'To stay in the home with the children, and that it ends.',
      fears: 'The school gate on Fridays. That he takes the children abroad before the day in court, and that nobody hears of it.',
      knowsOfMeeting: 'yes',
      toldBy: 'Jo Example',
      toldHow: 'by phone',
      feedback: 'That she was heard, and that the day in court worries her most of all that is to come.',
      codeWord: 'pineapple',
    },
    {
      kind: 'assessment',
      tool: 'dash',
      toolVersion: 'safelives-24',
      completedOn: today,
      result: { kind: 'answers', answers: Object.fromEntries(gravest.map((topic) => [topic, 'yes'])) },
      judgement: { level: 'extreme', reason: 'The trial is near; a relative came to her work and said that she would regret it.' },
    },
    { kind: 'chainLink', link: 'orderIssued', state: 'done', on: '2026-11-02' },
    { kind: 'chainLink', link: 'charge', state: 'waiting', heldBy: agencyIds[0], heldSince: '2026-11-08' },
    { kind: 'need', domain: 'safety', state: 'open', actionIds: [actionIds[0]] },
    { kind: 'need', domain: 'housing', state: 'open' },
    { kind: 'contactPoint', agencyId: agencyIds[4], meets: 'victim', lastOn: '2026-11-12', often: 'clinic', isSafeToRaise: 'yes' },
    { kind: 'awareness', on: '2026-11-12', heKnows: 'yes' },
  ]
  for (const content of contents) await ask(page, 'record.save', { caseId, content, provenance: {} })
  for (const [name, isSafeToTalkTo] of [
    ['Zelda Marmaduke Noodlemogin', 'no'],
    ['Aunt Petunia Placeholder', 'yes'],
  ] as const) {
    const person = { kind: 'new', content: { name } }
    await ask(page, 'people.addTie', { caseId, person, tie: { role: 'relative', isSafeToTalkTo } })
  }
  const { version, victim, perpetrator } = (await ask(page, 'cases.get', { id: caseId })) as CaseDetail
  const note = 'Never by post: the neighbour takes in what comes.'
  await ask(page, 'cases.change', {
    id: caseId,
    version,
    victim,
    perpetrator,
    relationship: 'Former partner',
    childrenCount: 2,
    children: [],
    safeContact: { kind: 'direct', how: 'text to the mobile ending 40', when: 'Tuesdays from 10 to 12', mayLeaveMessage: false, note },
  })
  await page.reload()
  await openCase(page, 'HR-2026-0001')
  for (const [region, words] of [
    ['Danger', `DASH ${gravest.length}`],
    ['Danger', 'Judgement: Extreme. The trial is near'],
    ['Danger', 'Visible high risk'],
    ['Danger', 'The perpetrator knows of the referral or the meeting.'],
    ['Voice of the victim', 'Leave no message · code word: pineapple'],
    ['Voice of the victim', 'Not safe to talk to: Zelda'],
    ['Voice of the victim', 'To stay in the home'],
    ['Voice of the victim', 'knows of it: Yes'],
    ['Due', 'late'],
    ['Chain', 'Charge: Waiting'],
    ['Needs', 'housing: no action'],
  ] as const) {
    const found = overview(page, region)
    await expect(found).toContainText(words)
    await expect(found).toBeInViewport({ ratio: 1 })
  }
  expect(await cutIn(page)).toEqual([])
  await page.keyboard.press('e')
  await panel(page, 'People of HR-2026-0001').waitFor()
  await expect(overview(page, 'Needs')).toBeInViewport({ ratio: 1 })
  expect(await cutIn(page)).toEqual([])
  await page.keyboard.press('Escape')
  const main = page.getByRole('main')
  expect(await main.evaluate((element) => element.scrollHeight - element.clientHeight)).toBeLessThanOrEqual(1)
  for (const key of '12345678') {
    await page.keyboard.press(key)
    await page.getByRole('tabpanel').waitFor()
    await expectAccessible(page)
  }
  await page.keyboard.press('2')
  await page.getByRole('button', { name: 'Needs', exact: true }).click()
  await expect(page.getByRole('grid', { name: 'Timeline' }).getByRole('row')).toHaveCount(3)
})

test('what was said in confidence stays so: on the card beside what others said, and in the form of a new day', async ({ page }) => {
  await openFirstCase(page)
  const agencies = (await ask(page, 'agencies.list', {})) as { id: number; name: string }[]
  const saidBy = agencies[0]?.id
  const closed = { kind: 'voice', on: '2026-10-30', wasAsked: 'yes', wants: 'To leave on Sunday.', codeWord: 'heron' }
  await ask(page, 'record.save', { caseId: 1, content: { kind: 'voice', on: '2026-10-20', fears: 'The dogs.' }, provenance: { saidBy } })
  await ask(page, 'record.save', { caseId: 1, content: closed, provenance: { isPrivileged: true } })
  await page.reload()
  await openCase(page, 'HR-2026-0001')
  const card = overview(page, 'Voice of the victim')
  await expect(card).toContainText('Privileged')
  await expect(card.getByText('The dogs.')).toContainText(agencies[0]?.name ?? '')
  await expect(card.getByText('The dogs.')).not.toContainText('Privileged')
  await expectAccessible(page)
  await page.keyboard.press('v')
  const voice = panel(page, 'Her voice')
  await expect(voice.getByLabel('What she wants')).toHaveValue('To leave on Sunday.')
  await expect(voice.getByLabel('What she fears')).toHaveValue('')
  await expect(voice.getByLabel(/^Privileged/)).toBeChecked()
  // Said by an advocate it is privileged unless somebody says otherwise, and no other agency opens it.
  await voice.getByLabel(/^Privileged/).uncheck()
  await voice.getByLabel('Said by').selectOption('Northmoor Police')
  await expect(voice.getByLabel(/^Privileged/)).not.toBeChecked()
  await voice.getByLabel('Said by').selectOption('Harbour Advocacy')
  await expect(voice.getByLabel(/^Privileged/)).toBeChecked()
  await voice.getByLabel('Said by').selectOption('Northmoor Police')
  await expect(voice.getByLabel(/^Privileged/)).toBeChecked()
})

test('an action and a meeting of the case are opened from it by keyboard, and closing the action leads back', async ({ page }) => {
  await holdMeeting(page)
  await openCase(page, 'HR-2026-0001')
  const { keyboard } = page
  for (const place of [overview(page, 'Due'), page.getByRole('tabpanel')]) {
    await tabTo(page, place.getByRole('link', { name: 'Put a marker on the address' }))
    await keyboard.press('Enter')
    const action = panel(page, 'A-0002')
    await expect(action).toContainText('Put a marker on the address')
    await expect(action).toBeFocused()
    await keyboard.press('Escape')
    await expect(page.getByRole('heading', { name: 'HR-2026-0001', level: 1 })).toBeFocused()
  }
  await tabTo(page, page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: 'Discussed' }).getByRole('link'))
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Meeting of')
})

test('while names are hidden, the case screen names nobody', async ({ page }) => {
  await openFirstCase(page)
  await ask(page, 'record.save', {
    caseId: 1,
    content: { kind: 'note', on: '2026-11-20', text: 'Alma Invented rang about Dan.' },
    provenance: {},
  })
  await page.reload()
  await openCase(page, 'HR-2026-0001')
  await page.keyboard.press('F9')
  const written = async () => page.getByRole('main').innerText()
  for (const key of '12345678') {
    await page.keyboard.press(key)
    await expect.poll(written).not.toMatch(/Alma|Invented|Madeup|\bDan\b/)
  }
  await page.keyboard.press('8')
  await expect(page.getByRole('tabpanel')).toContainText('rang about')
})

test('the page of a case is printed only for a reason, which stays in the record', async ({ page }) => {
  await startTeam(page)
  await seedMonth(page, '2026-12-10')
  await ask(page, 'record.save', {
    caseId: 1,
    content: {
      kind: 'assessment',
      tool: 'dash',
      toolVersion: 'safelives-24',
      completedOn: '2026-11-23',
      result: { kind: 'score', score: 22, unknowns: null },
    },
    provenance: { isPrivileged: true },
  })
  await page.reload()
  await openCase(page, 'HR-2026-0001')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('main').getByText('DASH 22').first()).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await page.evaluate(() => {
    // The dialog of the system would wait for a person: what it would be given is kept instead.
    window.print = () => {
      document.body.dataset['printed'] = document.querySelector('body > section[aria-hidden]')?.textContent ?? ''
    }
  })
  await page.getByRole('button', { name: 'Print' }).click()
  const form = panel(page, 'Print the page of HR-2026-0001')
  await form.getByRole('button', { name: 'Print' }).click()
  await expect(form.getByText(/is needed|required/i)).toBeVisible()
  await form.getByLabel(/^Why it must be on paper/).fill('The chair has no screen.')
  await expectAccessible(page)
  await form.getByRole('button', { name: 'Print' }).click()
  await expect(form).toBeHidden()
  const printed = await page.evaluate(() => document.body.dataset['printed'])
  expect(printed).toContain('HR-2026-0001')
  expect(printed).toContain('Confidential, printed')
  expect(printed).toContain('DASH 17')
  expect(printed).not.toContain('DASH 22')
  expect(printed).toContain('The newest assessment was made in confidence')
  expect(printed).not.toMatch(/Alma|Invented|Madeup/)
  expect(await ask(page, 'record.of', { caseId: 1 })).toMatchObject({
    entries: [{ content: { kind: 'assessment' } }, { content: { kind: 'note', text: expect.stringContaining('The chair has no screen') } }],
  })
})
