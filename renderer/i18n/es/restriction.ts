import type { restriction as enUs } from '../en-us/restriction.ts'

export const restriction = {
  'restriction.mark': 'RESTRINGIDO',
  'restriction.title': 'Oculto para',
  'restriction.none':
    'Para nadie. Restrinja el caso cuando concierna a alguien del equipo: una persona empleada de una entidad, o un familiar.',
  'restriction.fromNobody': 'Restringido, pero no oculto para nadie: sus nombres no aparecen en ninguna tabla.',
  'restriction.since': 'Desde el {date}, por {name}.',
  'restriction.formerHolder': 'alguien que ya no tiene acceso',
  'restriction.restrict': 'Restringir este caso',
  'restriction.change': 'Cambiar para quién está oculto',
  'restriction.change.save': 'Cambiar',
  'restriction.set': 'Restringir',
  'restriction.lift': 'Levantar la restricción',
  'restriction.liftSure': 'Levantarla: todos podrán ver el caso de nuevo',
  'restriction.reason': 'Por qué',
  'restriction.reasonHint': 'Lo ven aquellas personas para las que no está oculto. No diga más de lo que necesitan saber.',
  'restriction.holders': 'Personas con acceso que no deben encontrarlo',
  'restriction.fromMe': 'Lo está ocultando para usted: no volverá a encontrarlo. Otra persona tendrá que llevarlo y levantar esto.',
  'restriction.agencies': 'Entidades que no reciben nada de él',
  'restriction.overview': 'Casos restringidos',
  'restriction.overview.text':
    'Una persona nueva también los encuentra, mientras el caso no esté oculto para ella. Abra cada uno que pueda concernirle y después «Envíos».',
  'restriction.overview.from': 'Oculto para {names}',
  'restriction.overview.fromNobody': 'No está oculto para nadie con acceso',
  'restriction.overview.newcomer': 'Casos restringidos que encontrará: {references}. Oculte los que le conciernan antes de que desbloquee.',
  'restriction.overview.successor':
    'Casos restringidos que encontrará la nueva coordinación: {references}. Quien tenga que ver con uno de ellos no debe asumir la coordinación.',
  'restriction.gate': 'Este caso concierne a alguien del equipo',
  'restriction.gate.text':
    'Ábralo solo donde nadie a quien concierna pueda ver esta pantalla. Que lo ha abierto queda en el registro de actividad.',
  'restriction.gate.open': 'Abrir el caso',
} satisfies Record<keyof typeof enUs, string>
