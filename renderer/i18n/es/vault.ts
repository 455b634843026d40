import type { vault as enUs } from '../en-us/vault.ts'

export const vault = {
  'vault.language': 'Idioma',
  'vault.stepOf': 'Paso {step} de 3',
  'vault.continue': 'Continuar',
  'vault.lookAgain': 'Comprobar de nuevo',
  'vault.passphrase.title': 'Elija una frase de contraseña',
  'vault.passphrase.intro':
    'Todo lo que escriba se guarda cifrado en este equipo. La frase de contraseña lo abre, y nadie puede consultarla por usted.',
  'vault.passphrase.label': 'Frase de contraseña',
  'vault.passphrase.hint':
    'Al menos 15 caracteres. Cuatro o cinco palabras sin relación entre sí son fáciles de recordar y difíciles de adivinar.',
  'vault.passphrase.repeat': 'La misma frase otra vez',
  'vault.passphrase.differs': 'Las dos todavía no coinciden.',
  'vault.passphrase.show': 'Mostrar lo que escribo',
  'passphrase.suggest': 'Proponer seis palabras',
  'passphrase.suggested': 'Frase de contraseña propuesta',
  'passphrase.suggestedHint':
    'Seis palabras inventadas, sacadas al azar en este ordenador: nadie puede adivinarlas. Escríbalas en un papel, con los espacios, y guárdelo lejos del ordenador hasta que se las sepa de memoria.',
  'passphrase.take': 'Ponerlas en el campo',
  'passphrase.another': 'Otras seis',
  'passphrase.hide': 'Ocultar las palabras',
  'passphrase.taken': 'Ahora escríbalas usted en el segundo campo.',
  'vault.strength.fair': 'Es suficientemente larga. Con una palabra más sería mucho más segura.',
  'vault.strength.good': 'Buena: difícil de adivinar.',
  'vault.strength.strong': 'Fuerte: muy difícil de adivinar.',
  'vault.making': 'Creando las claves…',
  'vault.recovery.title': 'Guarde la clave de recuperación',
  'vault.recovery.intro':
    'Si alguna vez se olvida la frase de contraseña, esta clave es la única otra forma de entrar. Guárdela en papel, bajo llave y lejos de este equipo.',
  'vault.recovery.label': 'Clave de recuperación',
  'vault.recovery.print': 'Imprimir',
  'vault.recovery.printWarning':
    'Use una impresora de confianza: las impresoras de oficina y las colas de impresión pueden conservar una copia.',
  'vault.recovery.save': 'Guardar en una memoria USB',
  'vault.recovery.saved': 'Guardada. Conserve la memoria lejos de este equipo.',
  'vault.recovery.haveIt': 'La tengo en papel o en una memoria',
  'vault.recovery.sheetTitle': 'Clave de recuperación de Caseboard',
  'vault.recovery.sheetText':
    'Abre los registros cuando se olvida la frase de contraseña. Guárdela bajo llave, lejos del equipo. Quien la tenga puede leerlo todo.',
  'vault.confirm.title': 'Escriba tres de los grupos',
  'vault.confirm.intro': 'Léalos de la copia impresa o de la memoria: así es seguro que la clave se guardó, y que se guardó bien.',
  'vault.confirm.group': 'Grupo {number}',
  'vault.confirm.showAgain': 'Mostrar otra vez la clave',
  'vault.confirm.create': 'Comprobar y crear los registros',
  'vault.confirm.creating': 'Creando los registros…',
  'vault.team.title': 'Su equipo',
  'vault.team.intro': 'Todo esto se puede cambiar después en los ajustes.',
  'vault.team.name': 'Nombre del equipo',
  'vault.team.coordinator': 'Su nombre',
  'vault.team.coordinatorHint': 'Usted lleva el registro; su nombre figura junto a cada cambio.',
  'vault.team.region': '¿Qué vocabulario usan?',
  'vault.region.uk': 'Reino Unido',
  'vault.region.us': 'Estados Unidos',
  'vault.region.other': 'Otro lugar',
  'vault.region.words': '{victim}, {perpetrator}, {advocate}, {team}',
  'vault.start.title': 'Listo. ¿Cómo quiere empezar?',
  'vault.start.import': 'Empezar con mi hoja de cálculo',
  'vault.start.importText':
    'Elija un archivo de Excel o CSV con las derivaciones. No se guarda nada hasta que usted haya revisado cada fila.',
  'vault.start.empty': 'Empezar desde cero',
  'vault.start.emptyText': 'Introducir las entidades y las derivaciones una a una.',
  'vault.readOnly.title': 'No se puede escribir en la carpeta de datos',
  'vault.lock.title': 'Bloqueado',
  'vault.lock.intro': 'Escriba la frase de contraseña para abrir los registros.',
  'vault.lock.unlock': 'Desbloquear',
  'vault.lock.unlocking': 'Desbloqueando…',
  'vault.lock.forgot': 'He olvidado la frase de contraseña',
  'vault.lock.wait': 'Podrá intentarlo de nuevo dentro de {seconds, plural, one {# segundo} other {# segundos}}.',
  'vault.lock.recoveryTitle': 'Desbloquear con la clave de recuperación',
  'vault.lock.recoveryIntro':
    'Escriba la clave de la copia impresa o de la memoria. No importan los espacios, los guiones ni las mayúsculas.',
  'vault.lock.recoveryWrong': 'Esa no es la clave de recuperación. Compárela grupo a grupo con la copia impresa.',
  'vault.lock.usePassphrase': 'Usar la frase de contraseña',
  'vault.broken.keyFileMissing.title': 'Falta el archivo de claves',
  'vault.broken.keyFileDamaged.title': 'El archivo de claves está dañado',
  'vault.broken.keyFileNewer.title': 'El archivo de claves es de una versión más reciente',
  'vault.broken.storeMissing.title': 'Falta el archivo de los registros',
  'vault.broken.storeDamaged.title': 'El archivo de los registros está dañado',
  'vault.broken.storeNewer.title': 'Los registros son de una versión más reciente',
  'vault.broken.keyFileMissing.text':
    'Los registros siguen ahí, pero falta el pequeño archivo que los acompaña y sin él no se pueden abrir. Recupérelo de su copia de seguridad, póngalo junto al archivo de los registros y compruebe de nuevo. No empiece de cero en esta carpeta.',
  'vault.broken.keyFileDamaged.text':
    'Se ha modificado o se copió solo en parte. Recupérelo de su copia de seguridad, póngalo junto al archivo de los registros y compruebe de nuevo. La clave de recuperación y la frase de contraseña siguen siendo las mismas.',
  'vault.broken.keyFileNewer.text':
    'Se ha usado una versión más reciente de Caseboard con estos registros. Instale esa versión en este equipo; la actual no toca los archivos.',
  'vault.broken.storeMissing.text':
    'El archivo de claves está, pero los registros no. Si se movieron, devuélvalos junto al archivo de claves; si no, recupere ambos de su copia de seguridad y compruebe de nuevo.',
  'vault.broken.storeDamaged.text':
    'Se ha modificado o se copió solo en parte. Guarde una copia, recupere la última copia de seguridad buena y compruebe de nuevo. Puede perderse lo guardado después de esa copia.',
  'vault.broken.storeNewer.text':
    'Una versión más reciente de Caseboard guardó estos registros. Instale esa versión en este equipo; la actual no toca los archivos.',
} satisfies Record<keyof typeof enUs, string>
