import { locales, regions } from '#domain/settings.ts'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../../build/bundle/root.ts'
import { demoFile, guidePictures } from '../../build/guide/pictures.ts'
import { catalogues } from '../../renderer/i18n/catalogues.ts'
import { enUs } from '../../renderer/i18n/en-us/index.ts'
import type { MessageKey } from '../../renderer/i18n/message-key.ts'
import { messageArguments } from '../renderer/message-arguments.ts'
import { translator } from '../renderer/translator.ts'

const guide = join(root, 'docs/guide')
const images = join(root, 'docs/images')
const pages = readdirSync(guide).filter((file) => file.endsWith('.md'))
const contents = readFileSync(join(guide, 'README.md'), 'utf8')

/** The files that a page links to or shows, as paths; addresses of the web and places within the page are left out. */
function linked(path: string, text: string): readonly string[] {
  const targets = [...text.matchAll(/!?\[[^\]]*\]\(([^)\s]+)\)/gu)].map(([, target = '']) => target)
  return targets.filter((target) => !/^(?:[a-z]+:|#)/u.test(target)).map((target) => join(dirname(path), target.replace(/#.*$/u, '')))
}

function missing(path: string, text: string): readonly string[] {
  return linked(path, text).filter((target) => !existsSync(target))
}

/** Numbers and references, which differ from day to day, all read alike. */
function masked(text: string): string {
  return text.replace(/HR-\d{4}-\d{4}|A-\d{4}|\d+/gu, '#').trim()
}

/** Every message of the English screens, in the words of every region, as it reads with none, one or some of what it counts. */
function namesOnScreen(): ReadonlySet<string> {
  const names = new Set<string>()
  for (const locale of locales.filter((each) => each.startsWith('en'))) {
    for (const region of regions) {
      const t = translator(locale, region)
      for (const key of Object.keys(enUs) as MessageKey[]) {
        const wanted = messageArguments(catalogues[locale][key])
        for (const count of wanted.length === 0 ? [0] : [0, 1, 2]) {
          const said = masked(t(key, Object.fromEntries(wanted.map((name) => [name, count]))))
          // A message that is nothing but its values would let any words pass.
          if (/\p{L}/u.test(said)) names.add(said)
        }
      }
    }
  }
  return names
}

const onScreen = namesOnScreen()

/** What a page quotes in bold and no screen says. */
function unknownNames(text: string): readonly string[] {
  const quoted = [...text.matchAll(/\*\*([^*]+)\*\*/gu)].map(([, name = '']) => name.replace(/\s+/gu, ' '))
  return quoted.filter((name) => !onScreen.has(masked(name)))
}

describe('the guide', () => {
  test.each([join(root, 'README.md'), ...pages.map((page) => join(guide, page))])('%s links to and shows what exists', (path) => {
    expect(missing(path, readFileSync(path, 'utf8')).map((target) => relative(root, target))).toEqual([])
  })

  test.each(pages.filter((page) => page !== 'README.md'))('%s stands in the contents', (page) => {
    expect(contents).toContain(`](${page})`)
  })

  test.each(pages)('%s calls everything by its name on the screen; bold is for these names alone', (page) => {
    expect(unknownNames(readFileSync(join(guide, page), 'utf8'))).toEqual([])
  })

  test('what does not exist is found (control)', () => {
    expect(
      missing(join(guide, 'x.md'), '[there](keys.md#cases) [gone](nowhere.md) ![gone](../images/none.png) [web](https://example.org)'),
    ).toEqual([join(guide, 'nowhere.md'), join(images, 'none.png')])
    expect(unknownNames('Press **New referral**, **Import 7, leave 2**, **Turn to HR-2026-0018** or **Do the\nimpossible**.')).toEqual([
      'Do the impossible',
    ])
  })
})

describe('the pictures of the guide', () => {
  const kept = readdirSync(images)
  const shown = [join(root, 'README.md'), ...pages.map((page) => join(guide, page))].flatMap((path) =>
    linked(path, readFileSync(path, 'utf8')),
  )

  test('are all made from the demo and all shown', () => {
    expect(kept.toSorted()).toEqual(
      Object.keys(guidePictures)
        .map((name) => `${name}.png`)
        .toSorted(),
    )
    expect(kept.filter((file) => !shown.includes(join(images, file)))).toEqual([])
  })

  test('together take less than 2 MB', () => {
    expect(kept.reduce((sum, file) => sum + statSync(join(images, file)).size, 0)).toBeLessThan(2 * 1024 * 1024)
  })

  test('are found by their name whatever number the demo gives them, and by their turn where there are several', () => {
    const files = ['07-actions-dark.png', '12-action-line.png', '09-action-line.png', '31-actions.png']
    expect(demoFile(files, { of: 'actions' })).toBe('31-actions.png')
    expect(demoFile(files, { of: 'action-line' })).toBe('09-action-line.png')
    expect(demoFile(files, { of: 'action-line', nth: 2 })).toBe('12-action-line.png')
    expect(demoFile(files, { of: 'case' })).toBeNull()
  })
})
