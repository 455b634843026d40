import { type AnyOperation, operationList } from '#contract'
import type { ReadDb, WriteDb } from '#db'
import { fieldProblems } from '#domain/field-problems.ts'
import { refuse, type Result } from '#domain/refusal.ts'
import { mayRun } from '#domain/role.ts'
import { subjectText } from '#domain/audit/entry.ts'
import { appendAudit } from './audit.ts'
import { doneSubjects, namedBySchema, requestFacts } from './audit/subject.ts'
import { type Context, contextOf } from './context.ts'
import { handlers } from './handlers/index.ts'
import type { ExportAnswer, KeyChange, Staged } from './handler.ts'
import type { KeyDesk } from './keys/desk.ts'
import { hideFromSlot } from './keys/hide-from-slot.ts'
import { withKeyFile } from './keys/with-key-file.ts'
import type { OperationAnswer } from './protocol.ts'
import type { Session } from './session.ts'

/**
 * Views of one person's record are logged, once in five minutes each, and what shows passages of many: the search, whose words are nowhere noted, and a
 * file that waits to be imported. Lists are not (a list names nobody's record as opened).
 */
const loggedViews = new Set([
  'cases.get',
  'cases.history',
  'links.of',
  'people.ofCase',
  'people.get',
  'record.of',
  'listings.get',
  'sharing.preview',
  'sharing.password',
  'actions.history',
  'search.find',
  'imports.pending',
])
const VIEW_LOG_MS = 5 * 60_000

/** Not a change of the record: what is being typed, and the running clock of a case. Logging them would bury what matters. */
const unlogged = new Set(['drafts.save', 'drafts.remove', 'listings.keepTime'])

/** Whether the answer of a query is noted: what was shown of somebody, and whatever was refused. */
function isToLog(name: string, reply: Result<unknown>): boolean {
  return !reply.ok || (loggedViews.has(name) && reply.value !== null)
}

type AnyQuery = (db: ReadDb, input: never, context: Context) => Result<unknown>
type AnyCommand = (db: WriteDb, input: never, context: Context) => Result<unknown>
type AnyAccess = (desk: KeyDesk, input: never, context: Context) => Promise<Result<KeyChange<unknown>>>
type AnyHandler = AnyQuery | AnyCommand | AnyAccess | Staged<never, unknown>

const handlersByNoun: Readonly<Record<string, Readonly<Record<string, AnyHandler>>>> = handlers

/** Carries a refusal out of a transaction, so that it rolls back. */
class RolledBack extends Error {
  readonly result: Result<unknown>
  constructor(result: Result<unknown>) {
    super('refused')
    this.result = result
  }
}

function handlerOf(name: string): AnyHandler | undefined {
  const [noun = '', verb = ''] = name.split('.')
  return handlersByNoun[noun]?.[verb]
}

const operationsByName: ReadonlyMap<string, AnyOperation> = new Map(operationList.map(({ name, operation }) => [name, operation]))

function logEntry(context: Context, name: string, subject: string, reply: Result<unknown>) {
  return {
    at: context.now,
    actor: context.actor,
    operation: name,
    subject,
    outcome: reply.ok ? 'done' : `refused:${reply.refusal.code}`,
    slot: context.slot.id,
  }
}

/** What the page is answered: an export's handler gives files beside it. */
function outputOf(name: string, value: unknown): unknown {
  return operationsByName.get(name)?.kind === 'export' ? (value as ExportAnswer<unknown>).value : value
}

function runInTransaction(
  session: Session,
  context: Context,
  name: string,
  input: unknown,
  work: (db: WriteDb) => Result<unknown>,
): Result<unknown> {
  const isLogged = !unlogged.has(name)
  const facts = isLogged ? requestFacts(session.store, name, input) : {}
  const append = (db: WriteDb, subject: string, reply: Result<unknown>) =>
    appendAudit(db, session.auditKey, logEntry(context, name, subject, reply))
  try {
    return session.store.write((db) => {
      const reply = work(db)
      if (!reply.ok) throw new RolledBack(reply)
      if (isLogged) for (const subject of doneSubjects(db, name, input, outputOf(name, reply.value), facts)) append(db, subject, reply)
      return reply
    })
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error
    if (isLogged) session.store.write((db) => append(db, subjectText(facts), error.result))
    return error.result
  }
}

/** Notes a view, or what was refused before anything was changed; the same again within five minutes is not noted twice. */
function logOnce(session: Session, context: Context, name: string, input: unknown, reply: Result<unknown>): void {
  const entry = logEntry(context, name, subjectText(requestFacts(session.store, name, input)), reply)
  const key = `view ${name} ${entry.subject} ${entry.outcome}`
  const last = session.held.get(key)
  const now = Date.parse(context.now)
  // A clock set back must not silence the log.
  if (typeof last === 'number' && Math.abs(now - last) < VIEW_LOG_MS) return
  session.held.set(key, now)
  session.store.write((db) => appendAudit(db, session.auditKey, entry))
}

/** An operation of the contract that a session asks for, its input parsed; or why it may not be run, which is noted in the log. */
function admit(
  session: Session,
  context: Context,
  name: string,
  rawInput: unknown,
): Result<{ readonly operation: AnyOperation; readonly input: never }> {
  const operation = operationsByName.get(name)
  if (!operation || operation.kind === 'shell' || operation.kind === 'door') throw new Error('no such operation')
  const { role } = session.slot
  if (!mayRun(role, operation.kind, name)) {
    const forbidden = refuse({ code: 'roleNotAllowed', role })
    if (!unlogged.has(name))
      session.store.write((db) =>
        appendAudit(
          db,
          session.auditKey,
          logEntry(context, name, subjectText(requestFacts(db, name, namedBySchema(operation, rawInput))), forbidden),
        ),
      )
    return forbidden
  }
  const parsed = operation.input.safeParse(rawInput)
  if (!parsed.success) {
    const invalid = refuse({ code: 'invalidInput', fields: fieldProblems(parsed.error, rawInput) })
    if (!unlogged.has(name)) logOnce(session, context, name, namedBySchema(operation, rawInput), invalid)
    return invalid
  }
  // Right for its handler by construction: it was parsed by the schema of the operation that the handler's type comes from.
  return { ok: true, value: { operation, input: parsed.data as never } }
}

/** Runs a change of who has a way in: rows, log entry and key file in one transaction, which a disk that fails rolls back. */
async function runAccess(
  session: Session,
  context: Context,
  name: string,
  input: never,
  handler: AnyAccess,
  desk: KeyDesk,
): Promise<Result<unknown>> {
  const reply = await handler(desk, input, context)
  const change = reply.ok ? reply.value : null
  if (change?.kind === 'logged') return { ok: true, value: change.value }
  const entry = logEntry(context, name, subjectText(requestFacts(session.store, name, input)), reply)
  if (change === null) {
    session.store.write((db) => appendAudit(db, session.auditKey, entry))
    return reply
  }
  const { value, subject, rows, files } = change
  return withKeyFile(desk, { ok: true, value }, (onFiles) => {
    session.store.write((db) => {
      rows?.(db)
      appendAudit(db, session.auditKey, { ...entry, subject: [entry.subject, subject ?? ''].filter((part) => part !== '').join(' ') })
      if (!files) return
      onFiles()
      files()
    })
  })
}

/**
 * Runs one operation of the contract on an open session: looks whether its holder may, parses the input with the operation's schema, runs the
 * handler in one transaction with one log entry, and answers its result. Throws on bugs, and what the disk throws.
 */
export async function dispatch(
  session: Session,
  name: string,
  rawInput: unknown,
  { clock = new Date(), desk }: { readonly clock?: Date; readonly desk?: KeyDesk } = {},
): Promise<OperationAnswer> {
  const context = contextOf(session, clock)
  const admitted = admit(session, context, name, rawInput)
  if (!admitted.ok) return { reply: admitted }
  const { operation, input } = admitted.value
  const handler = handlerOf(name)
  if (!handler) throw new Error('no handler')

  if (operation.kind === 'access') {
    if (!desk) throw new Error('the keys are not at hand')
    // The contract's type makes the handler of an access operation one that works at the desk.
    return { reply: await runAccess(session, context, name, input, handler as AnyAccess, desk) }
  }
  if (operation.kind === 'query') {
    if (typeof handler !== 'function') throw new Error('a query cannot be staged')
    // The contract's type makes the handler of a query one that only reads.
    const reply = (handler as AnyQuery)(session.store, input, context)
    if (isToLog(name, reply)) logOnce(session, context, name, input, reply)
    return { reply }
  }
  if (typeof handler === 'function') {
    const reply = runInTransaction(session, context, name, input, (db) => (handler as AnyCommand)(db, input, context))
    if (name === 'restrictions.set' && reply.ok) hideFromSlot(session.store, session.slot)
    return { reply }
  }

  const prepared = await handler.stage(session.store, input, context)
  const reply = runInTransaction(session, context, name, input, (db) => (prepared.ok ? prepared.value(db) : prepared))
  if (operation.kind !== 'export' || !reply.ok) return { reply }
  const answer = reply.value as ExportAnswer<unknown>
  return { reply: { ok: true, value: answer.value }, files: answer.files }
}
