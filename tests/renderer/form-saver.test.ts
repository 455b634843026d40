import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { formSaver, type Place, type SaverPorts } from '../../renderer/features/cases/saving/form-saver.ts'

class Conflict extends Error {}

/** A record of one entry that can refuse, and a place for a draft. A form that is empty cannot be saved. */
function oneEntry() {
  const record = {
    saved: [] as string[],
    continued: [] as boolean[],
    draft: null as string | null,
    refusal: null as Error | null,
    delay: 0,
    ports: {
      save: (form: string, _: Place<number>, continues: boolean) => {
        record.continued.push(continues)
        return form === '' ? null : saveSoon(form)
      },
      isConflict: (error) => error instanceof Conflict,
      keepDraft: async (form) => {
        record.draft = form
      },
      dropDraft: async () => {
        record.draft = null
      },
    } satisfies SaverPorts<string, number>,
  }
  async function saveSoon(form: string): Promise<number> {
    if (record.delay > 0) await new Promise((resolve) => setTimeout(resolve, record.delay))
    if (record.refusal !== null) throw record.refusal
    record.saved.push(form)
    return 7
  }
  return record
}

const fresh = { form: 'start', place: { id: null, version: 0 } as Place<number> }

describe('an entry that is typed', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('is saved once, soon after the last keystroke, and knows where it stands from then on', async () => {
    const record = oneEntry()
    const saver = formSaver(fresh, record.ports)
    for (const text of ['a', 'ab', 'abc']) saver.change(text)
    expect(saver.state().status).toBe('typing')
    await vi.advanceTimersByTimeAsync(799)
    expect(record.saved).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(record.saved).toEqual(['abc'])
    expect(saver.state()).toMatchObject({ status: 'saved', place: { id: 7, version: 1 } })
  })

  test('that nobody touched leaves no trace', async () => {
    const record = oneEntry()
    const saver = formSaver(fresh, record.ports)
    await saver.flush()
    expect(record).toMatchObject({ saved: [], draft: null })
  })

  test('is saved at once on leaving', async () => {
    const record = oneEntry()
    const saver = formSaver(fresh, record.ports)
    saver.change('abc')
    await saver.flush()
    expect(record.saved).toEqual(['abc'])
  })

  test('is saved after what was typed before it, never beside it', async () => {
    const record = oneEntry()
    record.delay = 1_000
    const saver = formSaver(fresh, record.ports)
    saver.change('first')
    await vi.advanceTimersByTimeAsync(900)
    saver.change('second')
    await vi.advanceTimersByTimeAsync(5_000)
    expect(record.saved).toEqual(['first', 'second'])
    expect(saver.state()).toMatchObject({ status: 'saved', place: { version: 2 } })
  })

  test('goes on from its last save, until the record is taken anew', async () => {
    const record = oneEntry()
    const saver = formSaver(fresh, record.ports)
    for (const text of ['a', 'ab']) {
      saver.change(text)
      await saver.flush()
    }
    await saver.take('undone', { id: 7, version: 9 })
    saver.change('anew')
    await saver.flush()
    expect(record.continued).toEqual([false, true, false])
  })

  test('that is not complete is kept as a draft, and the draft goes when it is saved', async () => {
    const record = oneEntry()
    const saver = formSaver(fresh, record.ports)
    saver.change('')
    await vi.advanceTimersByTimeAsync(800)
    expect(saver.state().status).toBe('incomplete')
    expect(record.draft).toBe('')
    saver.change('whole')
    await vi.advanceTimersByTimeAsync(800)
    expect(record).toMatchObject({ saved: ['whole'], draft: null })
  })

  test('that is refused is kept as a draft and sent again with the next word', async () => {
    const record = oneEntry()
    record.refusal = new Error('full')
    const saver = formSaver(fresh, record.ports)
    saver.change('abc')
    await vi.advanceTimersByTimeAsync(800)
    expect(saver.state()).toMatchObject({ status: 'refused', error: record.refusal })
    expect(record.draft).toBe('abc')
    record.refusal = null
    saver.change('abcd')
    await vi.advanceTimersByTimeAsync(800)
    expect(record).toMatchObject({ saved: ['abcd'], draft: null })
  })

  test('that was typed earlier comes back and is saved, but not over what is typed meanwhile', async () => {
    const record = oneEntry()
    const saver = formSaver(fresh, record.ports)
    saver.restore('earlier', 'typing')
    await saver.flush()
    expect(record.saved).toEqual(['earlier'])
    const other = formSaver(fresh, record.ports)
    other.change('now')
    other.restore('earlier', 'typing')
    await other.flush()
    expect(record).toMatchObject({ saved: ['earlier', 'now'], draft: null })
  })

  test('over a newer one is never sent again unasked, whatever is typed, and is kept', async () => {
    const record = oneEntry()
    record.refusal = new Conflict()
    const saver = formSaver({ ...fresh, place: { id: 7, version: 1 } }, record.ports)
    saver.change('mine')
    await vi.advanceTimersByTimeAsync(800)
    expect(saver.state().status).toBe('conflict')
    record.refusal = null
    saver.change('mine still')
    await saver.flush()
    expect(record).toMatchObject({ saved: [], draft: 'mine still' })
    await saver.saveOver({ id: 7, version: 4 })
    expect(record).toMatchObject({ saved: ['mine still'], draft: null })
    expect(saver.state()).toMatchObject({ status: 'saved', place: { id: 7, version: 5 } })
  })

  test('gives way to the record where the person chooses so', async () => {
    const record = oneEntry()
    record.refusal = new Conflict()
    const saver = formSaver({ ...fresh, place: { id: 7, version: 1 } }, record.ports)
    saver.change('mine')
    await saver.flush()
    await saver.take('theirs', { id: 7, version: 2 })
    expect(saver.state()).toMatchObject({ form: 'theirs', status: 'idle' })
    expect(record.draft).toBeNull()
  })
})
