import {
  createTheme,
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  type MantineColorScheme,
  type MantineColorSchemeManager,
  type MantineThemeComponents,
} from '@mantine/core'

const systemFonts = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif'
const systemMono = 'ui-monospace, "Cascadia Mono", "Segoe UI Mono", "Liberation Mono", Menlo, monospace'
const onAccent = 'var(--mantine-primary-color-contrast)'
/** No browser keeps what was typed. */
const notKept = { autoComplete: 'off' }
const quick = { transitionProps: { duration: 100 } }

// By name: the widgets themselves are no part of what the lock screen waits for.
const components: MantineThemeComponents = {
  Checkbox: { defaultProps: { iconColor: onAccent } },
  Radio: { defaultProps: { iconColor: onAccent } },
  Input: { classNames: { input: 'cb-input' } },
  TextInput: { defaultProps: notKept },
  Textarea: { defaultProps: notKept },
  PasswordInput: { defaultProps: notKept },
  NumberInput: { defaultProps: notKept },
  Modal: { defaultProps: { ...quick, centered: true } },
  Popover: { defaultProps: quick },
  Tooltip: { defaultProps: quick },
}

/** One quiet surface, one accent, system fonts, a 4 px grid, no decorative shadows. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 3 },
  colors: {
    accent: ['#eef5fa', '#dceaf3', '#bbd5e7', '#97bfda', '#73a8cc', '#4d8fbb', '#33789f', '#1f5f85', '#184c6b', '#103850'],
  },
  fontFamily: systemFonts,
  fontFamilyMonospace: systemMono,
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.35', sm: '1.45', md: '1.45', lg: '1.5', xl: '1.4' },
  headings: {
    fontFamily: systemFonts,
    fontWeight: '600',
    sizes: { h1: { fontSize: '1.25rem' }, h2: { fontSize: '1rem' }, h3: { fontSize: '0.875rem' } },
  },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
  radius: { xs: '2px', sm: '3px', md: '4px', lg: '6px', xl: '8px' },
  defaultRadius: 'md',
  shadows: { xs: 'none', sm: 'none', md: 'none', lg: 'none', xl: 'none' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  // The kit picks white or dark letters without knowing the scheme; on our accent they must follow it.
  variantColorResolver: (input) => ({ ...defaultVariantColorsResolver(input), ...(input.variant === 'filled' ? { color: onAccent } : {}) }),
  components,
})

/** The surface, text and state colours of both schemes; every text colour has at least 4.5:1 on its surface. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#fbfbfa',
    '--mantine-color-text': '#1c2126',
    '--mantine-color-dimmed': '#59626b',
    '--mantine-color-placeholder': '#69727b',
    '--mantine-color-error': '#a8201a',
    '--mantine-color-default-border': '#c9ced3',
    '--mantine-color-anchor': '#1f5f85',
    '--mantine-primary-color-contrast': '#ffffff',
    '--cb-rule': '#e1e4e7',
    '--cb-raised': '#ffffff',
    '--cb-field': '#7d8790',
    '--cb-hover': '#f0f3f5',
    '--cb-chosen': '#e2eef6',
    '--cb-accent': '#1f5f85',
    '--cb-new': '#1f5f85',
    '--cb-soon': '#7d5200',
    '--cb-overdue': '#a8201a',
    '--cb-done': '#256b3a',
  },
  dark: {
    '--mantine-color-body': '#16191c',
    '--mantine-color-text': '#e3e6e9',
    '--mantine-color-dimmed': '#a3adb6',
    '--mantine-color-placeholder': '#8b959e',
    '--mantine-color-error': '#ff9d94',
    '--mantine-color-default-border': '#454d55',
    '--mantine-color-anchor': '#97bfda',
    // The accent is light here, so what stands on it is dark.
    '--mantine-primary-color-contrast': '#10151a',
    '--cb-rule': '#2c3237',
    '--cb-raised': '#1c2024',
    '--cb-field': '#7b858e',
    '--cb-hover': '#22272c',
    '--cb-chosen': '#233645',
    '--cb-accent': '#97bfda',
    '--cb-new': '#97bfda',
    '--cb-soon': '#e3b75f',
    '--cb-overdue': '#ff9d94',
    '--cb-done': '#82cf98',
  },
})

/** Keeps the scheme in memory: the team's choice lives in the encrypted settings, and nothing is left in the browser's storage. */
export const colorSchemeInMemory: MantineColorSchemeManager = (() => {
  let scheme: MantineColorScheme | null = null
  return {
    get: (initial) => scheme ?? initial,
    set: (value) => {
      scheme = value
    },
    subscribe: () => undefined,
    unsubscribe: () => undefined,
    clear: () => {
      scheme = null
    },
  }
})()
