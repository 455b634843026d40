import type { ActionFilter, ActionRow } from '#domain/action.ts'
import type { Page } from '#domain/page.ts'
import { openPlain, vaultHere, vaultInProcess } from './big-profile.ts'
import { type Figure, figure } from './figure.ts'
import { interleaved } from './measure.ts'

type Question = {
  readonly name: string
  readonly ask: Partial<ActionFilter> & { readonly offset?: number }
  readonly where: string
  readonly by: string
}

const OPEN = `a.status IN ('proposed', 'agreed', 'inProgress')`
const BY_DUE = 'a.due_on, a.id'
const LIMIT = 100
const DEEP = 99_900

const found = (text: string) => `a.id IN (SELECT rowid FROM actions_text WHERE actions_text MATCH '"${text}"')`

/** What a person asks of 100,000 actions, and the SQL that anybody would write for it on the same tables and indexes. */
function questions(today: string): readonly Question[] {
  const sorts = [
    ['dueOn', ['a.due_on', 'a.id']],
    ['agency', ['g.name', 'g.id', 'a.due_on', 'a.id']],
    ['status', ['a.status', 'a.due_on', 'a.id']],
    ['case', ['a.case_id', 'a.due_on', 'a.id']],
    ['meeting', ['m.held_on', 'm.id', 'a.due_on', 'a.id']],
    ['reference', ['a.id']],
  ] as const
  return [
    { name: 'first page (open, by due date)', ask: {}, where: OPEN, by: BY_DUE },
    {
      name: 'filter: one agency, overdue',
      ask: { agencyId: 3 as never, state: 'overdue' },
      where: `a.agency_id = 3 AND ${OPEN} AND a.due_on < '${today}'`,
      by: BY_DUE,
    },
    { name: 'filter: overdue', ask: { state: 'overdue' }, where: `${OPEN} AND a.due_on < '${today}'`, by: BY_DUE },
    {
      name: 'filter: one meeting and agency, open',
      ask: { meetingId: 5 as never, agencyId: 4 as never },
      where: `a.meeting_id = 5 AND a.agency_id = 4 AND ${OPEN}`,
      by: BY_DUE,
    },
    { name: 'filter: ended', ask: { state: 'ended' }, where: `NOT ${OPEN}`, by: BY_DUE },
    { name: 'search: a rare word', ask: { search: 'kingfisher', state: 'all' }, where: found('kingfisher'), by: BY_DUE },
    { name: 'search: a word of every second row', ask: { search: 'safety', state: 'all' }, where: found('safety'), by: BY_DUE },
    { name: 'search: the same among the open', ask: { search: 'safety' }, where: `${OPEN} AND ${found('safety')}`, by: BY_DUE },
    { name: 'search: no hit', ask: { search: 'zebra crossing', state: 'all' }, where: found('zebra crossing'), by: BY_DUE },
    { name: 'search: one letter', ask: { search: 's', state: 'all' }, where: `a.description LIKE '%s%'`, by: BY_DUE },
    { name: 'search: two letters', ask: { search: 'sa', state: 'all' }, where: `a.description LIKE '%sa%'`, by: BY_DUE },
    { name: 'search: two letters, no hit', ask: { search: 'zq', state: 'all' }, where: `a.description LIKE '%zq%'`, by: BY_DUE },
    { name: 'search: an action by its reference', ask: { search: 'A-0153' }, where: `${OPEN} AND a.reference LIKE '%A-0153%'`, by: BY_DUE },
    ...sorts.flatMap(([sort, columns]) =>
      (['ascending', 'descending'] as const).flatMap((direction) => {
        const by = columns.map((column) => `${column} ${direction === 'ascending' ? 'ASC' : 'DESC'}`).join(', ')
        return [
          { name: `sort by ${sort}, ${direction}`, ask: { sort, direction, state: 'all' } as const, where: '1', by },
          {
            name: `sort by ${sort}, ${direction}, offset ${DEEP}`,
            ask: { sort, direction, state: 'all', offset: DEEP } as const,
            where: '1',
            by,
          },
        ]
      }),
    ),
  ]
}

const columns = `SELECT a.*, c.reference AS case_reference, g.name AS agency_name, m.held_on FROM actions a
  JOIN cases c ON c.id = a.case_id JOIN agencies g ON g.id = a.agency_id JOIN meetings m ON m.id = a.meeting_id`

/**
 * Windows on 100,000 actions. `ms` is the vault's work (schema, handler, SQL on the encrypted store), against the obvious SQL for the window and
 * its count on an ordinary file; `pathMs` is the whole path to the vault process and back. Throws where vault and SQL differ in a single row.
 */
export async function actionFigures(
  [profile, profileToo]: readonly [string, string],
  plainFile: string,
  today: string,
): Promise<readonly Figure[]> {
  const plain = openPlain(plainFile)
  const here = await vaultHere(profileToo)
  const process = vaultInProcess(profile)
  const figures: Figure[] = []
  try {
    await process.unlock()
    for (const { name, ask, where, by } of questions(today)) {
      const rows = plain.prepare(`${columns} WHERE ${where} ORDER BY ${by} LIMIT ${LIMIT} OFFSET ${ask.offset ?? 0}`)
      const count = plain.prepare(`SELECT count(*) AS total FROM actions a WHERE ${where}`)
      const raw = () => ({ rows: rows.all() as { id: number }[], total: (count.get() as { total: number }).total })
      const page = (await process.run('actions.list', ask)) as Page<ActionRow>
      const expected = raw()
      if (page.total !== expected.total || page.rows.map(({ id }) => id).join() !== expected.rows.map(({ id }) => id).join())
        throw new Error(`vault and SQL differ: ${name}`)
      const times = await interleaved(15, 2, {
        path: { run: () => process.run('actions.list', ask) },
        vault: { run: () => here.run('actions.list', ask) },
        raw: { run: raw },
      })
      figures.push(
        figure({
          group: '100,000 actions',
          name,
          ms: times.vault,
          pathMs: times.path,
          reference: 'the same question in SQL on a plain file',
          referenceMs: times.raw,
          ratioBound: 2,
          msBound: 50,
        }),
      )
    }
    figures.push(await firstAfterUnlock(process, plainFile))
    return figures
  } finally {
    plain.close()
    here.close()
    await process.end()
  }
}

/** The first page of a vault just unlocked, whose pages must all be read and decrypted, against a plain file just opened. */
async function firstAfterUnlock(process: ReturnType<typeof vaultInProcess>, plainFile: string): Promise<Figure> {
  let plain = openPlain(plainFile)
  const times = await interleaved(7, 1, {
    vault: {
      before: async () => {
        process.vault.replace()
        await process.unlock()
      },
      run: () => process.run('actions.list', {}),
    },
    raw: {
      before: () => {
        plain.close()
        plain = openPlain(plainFile)
      },
      run: () => [
        plain.prepare(`${columns} WHERE ${OPEN} ORDER BY ${BY_DUE} LIMIT ${LIMIT}`).all(),
        plain.prepare(`SELECT count(*) AS total FROM actions a WHERE ${OPEN}`).get(),
      ],
    },
  })
  plain.close()
  const { vault: ms, raw: referenceMs } = times
  return figure({
    group: '100,000 actions',
    name: 'first page right after unlock',
    ms,
    pathMs: ms,
    reference: 'the same question in SQL on a plain file just opened',
    referenceMs,
    ratioBound: 2,
    msBound: 50,
  })
}
