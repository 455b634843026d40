import type { print as enUs } from '../en-us/print.ts'

export const print = {
  'print.open': 'Imprimir',
  'print.title': 'Imprimir la página de {reference}',
  'print.what':
    'Se imprimen las iniciales, el peligro, lo pendiente, la cadena y las necesidades. No salen direcciones, teléfonos, cómo se contacta a la {victim} ni lo confidencial.',
  'print.reason': 'Por qué tiene que estar en papel',
  'print.reasonHint': 'Queda en los registros como nota. El registro de actividad dice que se imprimió y quién lo hizo.',
  'print.warning':
    'Use una impresora de confianza: las de oficina y las colas de impresión pueden guardar una copia. Destruya el papel tras usarlo.',
  'print.print': 'Imprimir',
  'print.mark': 'Confidencial, impreso el {date}',
  'print.why': 'Impreso el {date}. Motivo: {reason}',
  'print.privileged': 'Dicho en confianza: no se imprime.',
  'print.newestPrivileged': 'La valoración más reciente se hizo en confianza: no se imprime.',
} satisfies Record<keyof typeof enUs, string>
