import type { settings as enUs } from '../en-us/settings.ts'

export const settings = {
  'settings.intro': 'Cada cambio se guarda al momento.',
  'settings.saved': 'Guardado.',
  'settings.team': 'Equipo',
  'settings.teamName': 'Nombre del equipo',
  'settings.coordinatorName': 'Coordinación',
  'settings.coordinatorHint': 'Quien lleva el registro: figurará junto a cada cambio a partir de ahora.',
  'settings.words': 'Idioma y vocabulario',
  'settings.locale': 'Idioma',
  'settings.region': 'Vocabulario',
  'settings.regionOption': '{region}: {words}',
  'settings.lock': 'Bloqueo',
  'settings.lockAfter': 'Bloquear tras minutos sin uso',
  'settings.lockAfterHint': 'De 1 a 60. Cuanto más corto, más seguro donde pueda entrar alguien.',
  'settings.look': 'Aspecto',
  'settings.colorScheme': 'Claro u oscuro',
  'settings.colorScheme.auto': 'Como el sistema',
  'settings.colorScheme.light': 'Claro',
  'settings.colorScheme.dark': 'Oscuro',
  'settings.version': 'Caseboard {version}',
} satisfies Record<keyof typeof enUs, string>
