import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { draftKeeper, type DraftStore } from '../../renderer/ui/draft-keeper.ts'

/** A store that keeps one draft and can be full. */
function oneDraft(): DraftStore & { content: string | null; isFull: boolean; saves: number } {
  const store = {
    content: null as string | null,
    isFull: false,
    saves: 0,
    save: async (content: string) => {
      store.saves += 1
      if (store.isFull) throw new Error('full')
      store.content = content
    },
    remove: async () => {
      store.content = null
    },
  }
  return store
}

describe('a draft', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('is saved once, soon after the last keystroke', async () => {
    const store = oneDraft()
    const keeper = draftKeeper('', store)
    for (const text of ['h', 'he', 'her']) keeper.change(text)
    await vi.advanceTimersByTimeAsync(599)
    expect(store.content).toBeNull()
    await vi.advanceTimersByTimeAsync(1)
    expect(store.content).toBe('"her"')
    expect(store.saves).toBe(1)
  })

  test('is saved while the typing goes on without a pause', async () => {
    const store = oneDraft()
    const keeper = draftKeeper('', store)
    for (let typed = 1; typed <= 40; typed += 1) {
      keeper.change('x'.repeat(typed))
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(store.content?.length ?? 0).toBeGreaterThan(25)
    expect(store.saves).toBeLessThanOrEqual(3)
  })

  test('that a full disk refused is saved as soon as there is room, without another keystroke', async () => {
    const store = oneDraft()
    store.isFull = true
    const keeper = draftKeeper('', store)
    keeper.change('her words')
    await vi.advanceTimersByTimeAsync(600)
    expect(store.content).toBeNull()
    store.isFull = false
    await vi.advanceTimersByTimeAsync(5_000)
    expect(store.content).toBe('"her words"')
  })

  test('that was refused is sent again when everything is flushed for the lock', async () => {
    const store = oneDraft()
    store.isFull = true
    const keeper = draftKeeper('', store)
    keeper.change('her words')
    await expect(keeper.flush()).rejects.toThrow('full')
    store.isFull = false
    await keeper.flush()
    expect(store.content).toBe('"her words"')
  })

  test('that was thrown away while its saving was refused does not come back', async () => {
    const store = oneDraft()
    store.isFull = true
    const keeper = draftKeeper('', store)
    keeper.change('thrown away')
    const saving = keeper.flush().catch(() => undefined)
    await keeper.discard('')
    await saving
    store.isFull = false
    await vi.advanceTimersByTimeAsync(10_000)
    expect(store.content).toBeNull()
  })

  test('does not overwrite what was typed while the store was asked', () => {
    const keeper = draftKeeper('', oneDraft())
    keeper.change('typed')
    expect(keeper.restore('yesterday')).toBe(false)
    expect(keeper.value()).toBe('typed')
  })

  test('does not overwrite what was typed and saved while the store was asked', async () => {
    const keeper = draftKeeper('', oneDraft())
    keeper.change('typed')
    await vi.advanceTimersByTimeAsync(600)
    expect(keeper.restore('yesterday')).toBe(false)
    expect(keeper.value()).toBe('typed')
  })

  test('is put together with what was typed while the store was asked, where its form can; what was thrown away is not', async () => {
    const store = oneDraft()
    const keeper = draftKeeper('', store)
    keeper.change('and today')
    const join = (stored: string, typed: string) => `${stored} ${typed}`
    expect(keeper.restore('yesterday', join)).toBe(true)
    expect(keeper.value()).toBe('yesterday and today')
    await vi.advanceTimersByTimeAsync(600)
    expect(store.content).toBe('"yesterday and today"')

    const thrownAway = draftKeeper('', store)
    thrownAway.change('today')
    await thrownAway.discard('')
    expect(thrownAway.restore('yesterday', join)).toBe(false)
    expect(thrownAway.value()).toBe('')
  })

  test('is saved when its form goes', async () => {
    const store = oneDraft()
    const keeper = draftKeeper('', store)
    keeper.change('half a word')
    keeper.end()
    await vi.advanceTimersByTimeAsync(0)
    expect(store.content).toBe('"half a word"')
  })
})
