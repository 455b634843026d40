import type { AgendaItem, MeetingDetail } from '#domain/meeting.ts'
import { scriptedCase, scriptedDeferrals } from '../sample-data/meeting-script.ts'
import { contractDoor } from './contract-door.ts'
import { meetingNow } from './prepare-meeting.ts'
import type { Stage } from './stage.ts'

/** How many cases are played word for word; a longer agenda (real input) gets the lines that matter. */
const spokenInFull = 12

/** What is said where the plan of a case still lacks something: nobody mends it while the room waits. */
const leftSo = 'The advocate takes it up this week and reports at the next meeting'

export type MeetingOutcome = { readonly discussed: number; readonly deferred: number; readonly actions: number }

/** Opens the meeting and takes it through its agenda by the keyboard; closes it at the end. */
export async function runMeeting(stage: Stage, meetingId: number): Promise<MeetingOutcome> {
  const { page, picture } = stage
  await page.getByRole('button', { name: 'Open the meeting' }).first().click()
  await page.getByRole('button', { name: /^Turn to HR-/ }).waitFor()
  await picture('meeting-open')
  await page.getByRole('button', { name: /^Turn to HR-/ }).click()
  const agencies = await contractDoor(page).agencies.list({})
  const team = agencies.ok ? agencies.value : []
  const meeting = await meetingNow(stage, meetingId)
  const deferrals = scriptedDeferrals(meeting.agenda)
  for (const [place, item] of meeting.agenda.entries()) await playCase(stage, meeting, item, place, deferrals.get(place), team)
  await page.getByRole('heading', { name: 'End of the meeting' }).waitFor()
  await picture('meeting-end')
  const end = await meetingNow(stage, meetingId)
  await page.getByRole('button', { name: 'Close the meeting' }).click()
  await page.getByText('Closed').first().waitFor()
  await picture('meeting-closed')
  return {
    discussed: end.agenda.filter(({ outcome }) => outcome === 'discussed').length,
    deferred: end.agenda.filter(({ outcome }) => outcome === 'deferred').length,
    actions: end.actionCount,
  }
}

async function playCase(
  stage: Stage,
  meeting: MeetingDetail,
  item: AgendaItem,
  place: number,
  deferReason: string | undefined,
  team: Parameters<typeof scriptedCase>[2],
): Promise<void> {
  const { page, picture } = stage
  const { listingId, caseReference } = item
  await page.getByRole('heading', { level: 2, name: new RegExp(caseReference) }).waitFor()
  const listing = await contractDoor(page).listings.get({ listingId })
  if (!listing.ok) throw new Error(`case ${caseReference} was refused: ${listing.refusal.code}`)
  const script = scriptedCase({ ...item, place, summary: listing.value.summary }, deferReason, team, meeting.heldOn)
  if (script.kind === 'defer') {
    await page
      .getByRole('button', { name: /^Defer/ })
      .first()
      .click()
    await page.getByLabel(/^Why is .* not heard today/).fill(script.reason)
    await picture('case-deferred')
    await page.keyboard.press('Enter')
    await page
      .getByText(`${caseReference} is deferred`)
      .or(page.getByRole('heading', { name: 'End of the meeting' }))
      .first()
      .waitFor({ state: 'attached' })
    return
  }
  const isFull = place < spokenInFull
  const facts = isFull ? script.facts : script.facts.slice(0, 1)
  for (const [index, fact] of facts.entries()) {
    await page.locator('#line-fact').fill(`${fact.agencyName}: ${fact.text}`)
    if (fact.basis === 'opinion') await page.locator('#line-fact').press('Alt+o')
    await page.locator('#line-fact').press('Enter')
    await page.getByRole('region', { name: 'Shared here' }).getByRole('listitem').nth(index).waitFor()
  }
  for (const [index, risk] of (isFull ? script.risks : []).entries()) {
    await page.locator('#line-risk').fill(risk)
    await page.locator('#line-risk').press('Enter')
    await page.getByRole('region', { name: 'Risks said' }).getByRole('listitem').nth(index).waitFor()
  }
  for (const line of script.actionLines) await typeAction(stage, line, place)
  if (place === 0 || place === 3) await picture('case-in-meeting')
  if (place === 0) {
    await page.keyboard.press('F7')
    await page.waitForTimeout(300)
    await picture('room-view')
    await page.keyboard.press('F7')
    await page.waitForTimeout(200)
  }
  await page.keyboard.press('Control+Enter')
  const warning = page.getByLabel(`Why is ${caseReference} left so?`)
  // After the last case there is no line that says so, but the end of the meeting.
  const done = page.getByText(`${caseReference} is done.`).or(page.getByRole('heading', { name: 'End of the meeting' }))
  await warning.or(done).first().waitFor({ state: 'attached' })
  if (await warning.isVisible()) {
    await picture('case-warning')
    await warning.fill(leftSo)
    await warning.press('Enter')
    await done.first().waitFor({ state: 'attached' })
  }
}

/** Types one line as it is said; the first one slowly enough to show what the line makes of it. */
async function typeAction({ page, picture }: Stage, line: string, place: number): Promise<void> {
  const input = page.locator('#line-action')
  const before = await page
    .getByText(/^Agreed now \(\d+\)/)
    .first()
    .innerText()
  await input.fill(line)
  if (place === 0) await picture('action-line')
  await input.press('Enter')
  await page.waitForFunction(
    ([label]) => {
      const heading = [...document.querySelectorAll('h3')].find((each) => /^Agreed now \(\d+\)/.test(each.textContent ?? ''))
      return heading !== undefined && heading.textContent !== label
    },
    [before] as const,
  )
}
