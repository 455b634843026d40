import { Spotlight } from '@mantine/spotlight'
import { useDebouncedValue } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import { useNames } from '../ui/names.ts'
import { searchFor } from '../ui/search-words.ts'
import { matchesKey } from '../ui/screen-keys.ts'
import { chooseFirst, palette, paletteStore } from './palette-store.ts'
import { type PaletteEntry, useFoundThings } from './use-found-things.ts'
import classes from './palette.module.css'
import { pages } from './pages.ts'

/** Handed on to the list's scroll area: what scrolls must be reachable by keyboard. */
const scrolling = { viewportProps: { tabIndex: 0 }, scrollbars: 'y' }

/** Takes the focus as soon as the field is there, so that no letter is lost, and gives it back when the field goes. */
function holdFocus(field: HTMLInputElement | null): (() => void) | undefined {
  if (field === null) return undefined
  const before = document.activeElement
  field.focus({ preventScroll: true })
  return () => {
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
  }
}

function closeBySameKey(event: KeyboardEvent): void {
  if (!matchesKey('mod+k', event)) return
  event.preventDefault()
  palette.close()
}

/** Everything by name: pages, commands, agencies, meetings, and cases by their reference. */
export function Palette({ onLock, onHide }: { readonly onLock: () => void; readonly onHide: () => void }) {
  const t = useT()
  const navigate = useNavigate()
  const names = useNames()
  const [query, setQuery] = useState('')
  const [isOpen, setIsOpen] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const [asked] = useDebouncedValue(query, 120)
  const found = useFoundThings(asked.trim(), isOpen)

  // Last of all, and only once nothing more is found by its name: Enter must not take it while the case that is meant is still being looked for.
  const text = query.trim()
  const everything: readonly PaletteEntry[] =
    text === '' || asked.trim() !== text || !found.isSettled
      ? []
      : [
          {
            group: 'palette.everything',
            label: t('search.palette', { text }),
            run: () => {
              searchFor(text)
              void navigate({ to: '/search' })
            },
          },
        ]

  const entries: readonly PaletteEntry[] = [
    ...pages.map(({ to, message }): PaletteEntry => ({ group: 'palette.pages', label: t(message), run: () => void navigate({ to }) })),
    { group: 'palette.commands', label: t('palette.newReferral'), run: () => void navigate({ to: '/cases/new-referral' }) },
    {
      group: 'palette.commands',
      label: t('palette.import'),
      run: () => void navigate({ to: '/cases/import', search: { kind: 'referrals' } }),
    },
    { group: 'palette.commands', label: t('people.alike.open'), run: () => void navigate({ to: '/cases/people-alike' }) },
    { group: 'palette.commands', label: t('frame.key.names'), run: names.toggle },
    { group: 'palette.commands', label: t('hide.key'), run: onHide },
    { group: 'palette.commands', label: t('backups.title'), run: () => void navigate({ to: '/backups' }) },
    { group: 'palette.commands', label: t('audit.title'), run: () => void navigate({ to: '/settings/log' }) },
    { group: 'palette.commands', label: t('retention.title'), run: () => void navigate({ to: '/settings/retention' }) },
    { group: 'palette.commands', label: t('keys.title'), run: () => void navigate({ to: '/settings/keys' }) },
    { group: 'palette.commands', label: t('frame.lockNow'), run: onLock },
    ...found.things,
    ...everything,
  ]
  const wanted = query.trim().toLocaleLowerCase()
  const shown = entries.filter((entry) => wanted === '' || entry.label.toLocaleLowerCase().includes(wanted))
  const groups = Object.entries(Object.groupBy(shown, (entry) => entry.group))

  // What fits best is chosen at once, also when it was found a moment after the last key: Enter takes it.
  const labels = shown.map(({ label }) => label).join('\n')
  useEffect(() => {
    if (wanted !== '' && labels !== '') chooseFirst(list.current)
  }, [wanted, labels])

  return (
    <Spotlight.Root
      store={paletteStore}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      yOffset="12vh"
      attributes={{ content: { 'aria-label': t('frame.search') } }}
      transitionProps={{ duration: 0 }}
      returnFocus={false}
      onSpotlightOpen={() => setIsOpen(true)}
      onSpotlightClose={() => setIsOpen(false)}
    >
      <Spotlight.Search
        ref={holdFocus}
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.placeholder')}
        onKeyDown={closeBySameKey}
      />
      <Spotlight.ActionsList ref={list} className={classes.list} {...scrolling}>
        {groups.map(([group, members]) => (
          <Spotlight.ActionsGroup key={group} label={t(members[0]?.group ?? 'palette.pages')}>
            {members.slice(0, wanted === '' ? 7 : 8).map((entry) => (
              <Spotlight.Action key={entry.label} label={entry.label} description={entry.detail ?? ''} onClick={entry.run} />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {shown.length === 0 ? <Spotlight.Empty>{t('palette.nothing')}</Spotlight.Empty> : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}
