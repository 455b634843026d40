import type { needs as enUs } from '../en-us/needs.ts'

export const needs: Record<keyof typeof enUs, string> = {
  'needState.open': 'Abierta',
  'needState.met': 'Cubierta',
  'needState.none': 'Sin necesidad',
  'needState.unknown': 'No se sabe',
  'needs.title': 'Lo que necesita la {victim}',
  'needs.each': 'Necesidad por necesidad',
  'needs.hint': 'Las flechas mueven. O abierta, M cubierta, N sin necesidad, U no se sabe, Intro abre.',
  'needs.noAction': 'Ninguna acción responde',
  'needs.noneOpen': 'No consta ninguna necesidad abierta.',
  'needs.unanswered':
    '{count, plural, =0 {Toda necesidad abierta tiene una acción.} one {# necesidad abierta no tiene acción.} other {# necesidades abiertas no tienen acción.}}',
  'needs.changed': '{domain}: {state}',
  'needs.key.open': 'Necesidad enfocada: abierta',
  'needs.key.met': 'Necesidad enfocada: cubierta',
  'needs.key.none': 'Necesidad enfocada: sin necesidad',
  'needs.key.unknown': 'Necesidad enfocada: no se sabe',
  'need.domain': 'Necesidad',
  'need.state': 'Estado',
  'need.actions': 'Acciones que responden',
  'need.actions.none': 'El caso aún no tiene acciones. Se acuerdan en la reunión; vincúlelas aquí después.',
}
