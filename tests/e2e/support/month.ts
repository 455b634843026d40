import type { Page } from '@playwright/test'

type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly refusal: unknown }

/** Asks an operation through the bridge of the page, as a screen does; throws on a refusal. */
export async function ask(page: Page, name: string, input?: unknown): Promise<unknown> {
  const answer = await page.evaluate(
    async ([operation, given]) => {
      const [noun = '', verb = ''] = operation.split('.')
      const bridge = (globalThis as unknown as { caseboard: Record<string, Record<string, (value?: unknown) => Promise<Answer>>> })
        .caseboard
      return bridge[noun]?.[verb]?.(given)
    },
    [name, input] as const,
  )
  if (answer?.ok !== true) throw new Error(`${name}: ${JSON.stringify(answer?.refusal)}`)
  return answer.value
}

export const passphrase = 'seven kettles under a quiet bridge'

/** Makes the records of a team and shows its first page; the screens of the first run have their own test. */
export async function startTeam(
  page: Page,
  settings: { readonly locale?: string; readonly region?: string; readonly colorScheme?: string } = {},
): Promise<void> {
  const keys = (await ask(page, 'vault.prepare', { passphrase })) as {
    readonly recoveryGroups: readonly string[]
    readonly askedGroups: readonly number[]
  }
  await ask(page, 'vault.create', { typedGroups: keys.askedGroups.map((index) => ({ index, text: keys.recoveryGroups[index] })) })
  await ask(page, 'settings.save', {
    teamName: 'Invented Valley Team',
    coordinatorName: 'Robin Placeholder',
    region: 'uk',
    locale: 'en-GB',
    ...settings,
  })
  await page.reload()
  await page.getByRole('navigation').first().waitFor()
}

const members = [
  ['Northmoor Police', 'police', true, 'Sam Stand-in', 'Lee Understudy'],
  ['Westhaven Housing Trust', 'housing', true, 'Alex Sample', null],
  ['Harbour Advocacy', 'advocate', true, 'Jo Example', 'Kim Specimen'],
  ['County Probation', 'probation', true, 'Ash Dummy', null],
  ['Lakeside Hospital', 'health', true, 'Max Mustermann', null],
  ['Valley Schools Service', 'schools', false, 'Pat Fictional', null],
] as const

const pairs = [
  ['Alma Invented', 'Dan Madeup', 2, 17],
  ['Bea Notreal', 'Cole Imaginary', 0, 14],
  ['Cleo Fabricated', 'Ewan Pretend', 1, 21],
  ['Dora Unreal', 'Finn Notional', 0, 11],
] as const

export type Month = { readonly agencyIds: readonly number[]; readonly meetingId: number; readonly references: readonly string[] }

/** A team with six agencies, four referrals that wait and a meeting on a day: everything that a meeting is prepared from. */
export async function seedMonth(page: Page, heldOn: string): Promise<Month> {
  const agencyIds: number[] = []
  for (const [name, sector, isCore, representative, deputy] of members) {
    const people = [{ name: representative, role: 'representative' }, ...(deputy === null ? [] : [{ name: deputy, role: 'deputy' }])]
    agencyIds.push((await ask(page, 'agencies.add', { name, sector, isCore, people })) as number)
  }
  const references: string[] = []
  for (const [index, [victim, perpetrator, childrenCount, score]] of pairs.entries()) {
    const recorded = (await ask(page, 'referrals.record', {
      draft: {
        sourceAgencyId: agencyIds[index % 3],
        receivedOn: '2026-11-20',
        incidentOn: '2026-11-18',
        victim: { name: victim },
        perpetrator: { name: perpetrator },
        relationship: 'former partner',
        childrenCount,
        criteria: {
          visibleHighRisk: score >= 14,
          professionalJudgement: score < 14,
          judgementReason: score < 14 ? 'Threats are becoming more exact.' : '',
        },
        risk: { tool: 'dash', score, assessedOn: '2026-11-19' },
        safeContact: index === 1 ? { kind: 'direct', how: 'text to the mobile', when: 'Tuesday 10 to 12' } : { kind: 'doNotContact' },
        summary: 'He waits outside her work and has said that he will not let her go. A neighbour heard shouting twice in one week.',
      },
    })) as { readonly caseReference: string }
    references.push(recorded.caseReference)
  }
  const meetingId = (await ask(page, 'meetings.schedule', {
    heldOn,
    startsAt: '09:30',
    place: 'Room 2',
    chair: 'Drew Placeholder',
  })) as number
  return { agencyIds, meetingId, references }
}
