import type { MenuItemConstructorOptions } from 'electron'
import type { Accelerator } from './page-side.ts'

type Template = readonly MenuItemConstructorOptions[]

/** The menu of a template. It is not drawn; its keys work. */
export class StandInMenu {
  readonly items: Template
  constructor(items: Template) {
    this.items = items
  }
}

const roleKeys: Readonly<Record<string, string>> = { quit: 'CmdOrCtrl+Q' }

const keyNames: Readonly<Record<string, string>> = {
  plus: '+',
  space: ' ',
  esc: 'escape',
  return: 'enter',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
}

/** What a page has to look out for, for an accelerator such as `CmdOrCtrl+Shift+L`. */
export function acceleratorOf(id: string, text: string): Accelerator {
  const parts = text.toLowerCase().split('+')
  const isMac = process.platform === 'darwin'
  const has = (...names: readonly string[]): boolean => names.some((name) => parts.includes(name))
  const either = has('cmdorctrl', 'commandorcontrol')
  const key = parts.at(-1) ?? ''
  return {
    id,
    key: keyNames[key] ?? key,
    control: has('ctrl', 'control') || (either && !isMac),
    meta: has('cmd', 'command', 'super', 'meta') || (either && isMac),
    alt: has('alt', 'option', 'altgr'),
    shift: has('shift'),
  }
}

/** `Menu`, with the keys of the application menu; `onChange` is told of each new set. */
export function createMenus(onChange: (accelerators: readonly Accelerator[]) => void, onRole: (role: string) => void) {
  let current: StandInMenu | null = null
  const keyed = new Map<string, MenuItemConstructorOptions>()

  const collect = (items: Template): void => {
    for (const item of items) {
      const text = item.accelerator ?? (item.role === undefined ? undefined : roleKeys[item.role])
      if (typeof text === 'string') keyed.set(text, item)
      if (Array.isArray(item.submenu)) collect(item.submenu)
    }
  }

  class Menu extends StandInMenu {
    static buildFromTemplate(template: Template): StandInMenu {
      return new StandInMenu(template)
    }

    static setApplicationMenu(menu: StandInMenu | null): void {
      current = menu
      keyed.clear()
      collect(menu?.items ?? [])
      onChange(accelerators())
    }

    static getApplicationMenu(): StandInMenu | null {
      return current
    }
  }

  const accelerators = (): readonly Accelerator[] => [...keyed.keys()].map((text) => acceleratorOf(text, text))

  return {
    Menu,
    accelerators,
    /** Does what the item with this accelerator does. */
    press: (id: string): void => {
      const item = keyed.get(id)
      if (item?.click !== undefined) (item.click as () => void)()
      else if (item?.role !== undefined) onRole(item.role)
    },
  }
}

export type Menus = ReturnType<typeof createMenus>
