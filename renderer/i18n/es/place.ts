import type { place as enUs } from '../en-us/place.ts'

export const place = {
  'place.title': 'Puede haber copias fuera de este equipo',
  'place.records.synchronised':
    'Los registros están en una carpeta que {service} copia a otros equipos. El archivo está cifrado, pero esas copias quedan fuera de su control, también las de lo que usted destruya después; y un archivo en el que escriben dos equipos a la vez se daña.',
  'place.records.network':
    'Los registros están en otro equipo de la red. El archivo está cifrado, pero quien cuida de ese equipo tiene copias, también de lo que usted destruya después; y una conexión que se corta puede dañarlo.',
  'place.records.attached':
    'Los registros están en un disco conectado o en un lugar de la red. El archivo está cifrado; un disco se puede llevar, y un lugar de la red lo copia quien cuida de él.',
  'place.records.advice':
    'Qué hacer: quite esta carpeta de lo que se copia, o cierre Caseboard e inícielo con una carpeta que se quede en este equipo. Los registros que ya están aquí se llevan con una copia de seguridad.',
  'place.backup.synchronised':
    '{service} copia esta carpeta a otros equipos. La copia de seguridad está cifrada y allí solo se abre con una frase de contraseña o la clave de recuperación; pero una copia sale de este equipo y usted no puede recuperarla.',
  'place.backup.network':
    'Esta carpeta está en otro equipo de la red. La copia de seguridad está cifrada y allí solo se abre con una frase de contraseña o la clave de recuperación; pero una copia sale de este equipo y usted no puede recuperarla.',
  'clock.behind': 'La fecha de este equipo es {today}, pero se trabajó por última vez con los registros el {last}.',
  'clock.ahead': 'La fecha de este equipo es {today}; se trabajó por última vez con los registros el {last}, {days} días antes.',
  'clock.what':
    'Los plazos y la conservación dependen de la fecha: corríjala y desbloquee de nuevo, o confírmela. Hasta entonces no se destruye nada según el calendario.',
  'clock.confirm': 'La fecha es correcta',
  'clock.coordinator': 'La coordinación puede confirmarla.',
} as const satisfies Record<keyof typeof enUs, string>
