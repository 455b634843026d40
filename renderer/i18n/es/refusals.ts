import type { refusals as enUs } from '../en-us/refusals.ts'

export const refusals = {
  'refusal.locked': 'Los registros están bloqueados. Desbloquéelos para continuar; lo que escribió se ha conservado.',
  'refusal.cancelled': 'No se ha cambiado nada: se canceló.',
  'refusal.unexpected':
    'Algo ha fallado dentro de Caseboard y no se ha cambiado nada. Inténtelo de nuevo; si vuelve a ocurrir, anote este número para quien le ayude: {incident}.',
  'refusal.unexpected.noNumber':
    'Algo ha fallado dentro de Caseboard y no se ha cambiado nada. Inténtelo de nuevo o cierre y vuelva a abrir la aplicación.',
  'refusal.invalidInput': 'Aún no se ha guardado: {fields}. Corrija los campos señalados y guarde de nuevo.',
  'refusal.invalidInput.one': '{field}: {problem}',
  'refusal.notFound': 'Ya no se encuentra: {what}. Vuelva a la lista, que muestra lo que hay ahora.',
  'refusal.changedMeanwhile': 'Ha habido cambios después de que usted lo abriera: {what}. Revíselo y haga el cambio otra vez.',
  'refusal.alreadyThere': 'Ya existe con el nombre «{name}»: {what}. Ábralo o elija otro nombre.',
  'refusal.inUse': 'Todavía está en uso: {what} ({by}: {count}). Resuélvalo primero e inténtelo de nuevo.',
  'refusal.reasonRequired': 'Indique el motivo: este cambio lo necesita. Escriba una frase y guarde de nuevo.',
  'refusal.wrongPassphrase':
    'La frase de contraseña no es correcta. Compruebe el idioma del teclado y las mayúsculas, e inténtelo de nuevo.',
  'refusal.wrongPassphrase.wait':
    'La frase de contraseña no es correcta. Podrá intentarlo de nuevo dentro de {waitSeconds, plural, one {# segundo} other {# segundos}}.',
  'refusal.waitBeforeRetry':
    'Demasiados intentos seguidos. Espere {waitSeconds, plural, one {# segundo} other {# segundos}} e inténtelo de nuevo.',
  'refusal.weakPassphrase.tooShort': 'Demasiado corta. Use al menos 15 caracteres: cuatro o cinco palabras que vaya a recordar.',
  'refusal.weakPassphrase.common': 'Es una de las que se prueban primero. Use cuatro o cinco palabras que no tengan relación entre sí.',
  'refusal.weakPassphrase.repeats': 'Repite el mismo trozo. Use palabras distintas.',
  'refusal.weakPassphrase.sequence': 'Sigue el teclado o el abecedario. Use palabras.',
  'refusal.weakPassphrase.teamName': 'El nombre del equipo es lo primero que alguien probaría. No lo incluya.',
  'refusal.recoveryGroupsDiffer':
    '{count, plural, one {El grupo {groups} de la clave de recuperación no coincide. Compárelo con la copia impresa y escríbalo} other {Los grupos {groups} de la clave de recuperación no coinciden. Compárelos con la copia impresa y escríbalos}} de nuevo.',
  'refusal.keyFileMissing':
    'Falta el archivo de claves en la carpeta de datos. Sin él no se pueden abrir los registros. Recupérelo de su copia de seguridad y póngalo junto al archivo de los registros.',
  'refusal.keyFileDamaged':
    'El archivo de claves está dañado. Recupérelo de su copia de seguridad y póngalo junto al archivo de los registros.',
  'refusal.keyFileNewer':
    'El archivo de claves se creó con una versión más reciente de Caseboard. Instale esa versión para abrir los registros.',
  'refusal.storeMissing':
    'Falta el archivo de los registros en la carpeta de datos. Recupérelo de su copia de seguridad y póngalo junto al archivo de claves.',
  'refusal.storeDamaged': 'El archivo de los registros está dañado. Consérvelo y recupere la última copia de seguridad buena.',
  'refusal.storeNewer':
    'Los registros se guardaron con una versión más reciente de Caseboard (formato {found}; esta versión llega hasta {known}). Instale esa versión para abrirlos.',
  'refusal.storeInUse': 'Los registros están abiertos en otra ventana. Cierre primero esa ventana.',
  'refusal.vaultAlreadyThere': 'Ya hay registros en esta carpeta de datos. Desbloquéelos en lugar de empezar de nuevo.',
  'refusal.folderReadOnly':
    'No se puede escribir en la carpeta de datos. Muévala a una unidad en la que se pueda escribir o pida permiso de escritura a quien administra este equipo.',
  'refusal.placeNotWritable': 'No se puede escribir en la carpeta elegida y no se ha guardado nada. Elija otra carpeta.',
  'refusal.placeGone':
    'La carpeta elegida ya no está y no se ha guardado nada: ¿se retiró la memoria USB? Vuelva a conectarla o elija otra carpeta.',
  'refusal.diskFull': 'El disco está lleno y no se ha guardado nada. Libere espacio y guarde de nuevo.',
  'refusal.diskFails':
    'El disco falló a mitad de camino. Mire si lo que hizo está guardado y, si no lo está, hágalo de nuevo. Si se repite, puede que el disco esté fallando: haga una copia de seguridad en otra unidad y haga revisar esta.',
  'refusal.notUpdated.full':
    'Esta versión de Caseboard cambia el archivo de los registros y antes hace una copia de seguridad. No hay espacio para ella: debe haber unos {megabytes} MB libres donde está la carpeta de datos. Libere espacio y desbloquee de nuevo. No se ha cambiado nada.',
  'refusal.notUpdated.fullMeanwhile':
    'Esta versión de Caseboard cambia el archivo de los registros, y el disco se llenó mientras tanto. Libere espacio y desbloquee de nuevo. No se ha perdido nada: los registros están como estaban.',
  'refusal.notUpdated.readOnly':
    'Esta versión de Caseboard cambia el archivo de los registros y antes hace una copia de seguridad. No se puede escribir en la carpeta de datos. Muévala a una unidad en la que se pueda escribir, o pida permiso de escritura a quien administra este equipo, y desbloquee de nuevo. No se ha cambiado nada.',
  'refusal.notUpdated.disk':
    'Esta versión de Caseboard cambia el archivo de los registros y antes hace una copia de seguridad. El disco no aceptó la copia o no la devolvió como se escribió. Desbloquee de nuevo. Si se repite, puede que el disco esté fallando: copie toda la carpeta de datos a otro. No se ha cambiado nada.',
  'refusal.notUpdated.records':
    'No se pudieron pasar los registros a la forma de esta versión. Están como estaban, y hay una copia de seguridad de ellos en la carpeta «backups» de la carpeta de datos. Instale la versión que tenía, siga con ella y avise a quien le suministra Caseboard.',
  'refusal.backupPlaceFull':
    'No hay espacio suficiente: debe haber unos {megabytes} MB libres. Libere espacio o elija otro lugar. No se hizo ninguna copia; las anteriores siguen como estaban.',
  'refusal.backupPlaceReadOnly':
    'No se puede escribir en ese lugar. Quite la protección de escritura de la memoria o elija otra carpeta. No se hizo ninguna copia.',
  'refusal.backupPlaceGone':
    'El lugar de la copia ya no está: ¿se retiró la memoria USB? No se hizo ninguna copia; las anteriores siguen como estaban. Vuelva a conectarla o elija otro lugar.',
  'refusal.backupPlaceUnknown': 'Todavía no se ha elegido un lugar para las copias de seguridad. Elija una carpeta o una memoria USB.',
  'refusal.backupUnsound':
    'La copia no se leyó igual que se escribió y se ha eliminado. Use otra memoria o carpeta: puede que esta esté fallando.',
  'refusal.backupRunning': 'Se está haciendo una copia de seguridad en este momento. Espere a que termine.',
  'refusal.notABackup':
    'Esto no es una copia de seguridad de Caseboard, o le falta el final. Elija otro archivo o vuelva a copiarlo desde su origen.',
  'refusal.backupDamaged':
    'Esta copia está dañada: se modificó o solo se copió en parte. Elija una anterior o vuelva a copiarla desde su origen.',
  'refusal.backupNewer': 'Esta copia la hizo una versión más nueva de Caseboard. Instale esa versión para abrirla.',
  'refusal.restoreNotReady': 'No hay nada preparado para restaurar. Elija la copia de nuevo.',
  'refusal.keptOfOthers':
    'Estos son otros registros, que los suyos han sustituido. Se conservan: solo puede eliminarlos quien pueda abrirlos.',
  'refusal.restoreOutdated':
    'Los registros han cambiado desde que esto se preparó, y esos cambios faltarían. No se ha sustituido nada. Deje todo como está y empiece de nuevo.',
  'refusal.restoreUnfinished':
    'El disco no ha dejado poner todos los archivos en su sitio. No se ha perdido nada: bloquee o cierre, y al volver a abrir se continúa donde se quedó. No mueva ni borre archivos de la carpeta de datos.',
  'refusal.nothingToSave': 'No se pudo leer nada del archivo dañado. Restaure una copia de seguridad.',
  'refusal.olderStore': 'Se puso de nuevo un archivo anterior de los registros. Decida primero si quiere seguir con él.',
  'refusal.clockDoubtful':
    'La fecha de este equipo no sigue al registro de actividad. Corríjala y desbloquee de nuevo, o deje que la coordinación la confirme; no se ha destruido nada.',
  'refusal.fileNotWritten': 'No se pudo escribir «{name}». Ciérrelo si está abierto en otro programa o elija otra carpeta.',
  'refusal.roleNotAllowed.readOnly':
    'No se ha cambiado nada: usted abrió los registros para consultarlos. Pida este cambio a la coordinación o a la suplencia.',
  'refusal.roleNotAllowed.deputy':
    'No se ha cambiado nada: quién tiene acceso, las claves y si la fecha es correcta corresponden solo a la coordinación.',
  'refusal.nobodyLeftToSee':
    'No quedaría nadie con permiso para cambiar los registros que pudiera ver este caso. Déjelo abierto a una persona coordinadora o suplente, o añada antes una en la página Seguridad.',
  'refusal.lastCoordinator': 'Es la única persona coordinadora. Añada antes otra o haga el traspaso.',
  'refusal.ownWayIn': 'No puede retirarse su propio acceso. Haga un traspaso o deje que lo haga otra persona coordinadora.',
  'refusal.passphraseTaken': 'Esta frase ya abre los registros a otra persona. Elija otra, para que siga estando claro quién hizo qué.',
  'refusal.tooManyHolders': 'Ya hay {limit, plural, one {# persona} other {# personas}} con acceso, que es el máximo.',
  'refusal.openedWithRecoveryKey':
    'Abrió los registros con la clave de recuperación. Establezca primero una frase nueva, bloquee y desbloquee con ella.',
  'refusal.nothingPrepared': 'No se terminó a tiempo y no se ha cambiado nada. Empiece de nuevo.',
  'refusal.fileTooLarge': 'El archivo ocupa más de {limitMegabytes} MB. Divídalo o quite las columnas que no hagan falta.',
  'refusal.fileNotReadable.empty': 'El archivo está vacío. Elija otro.',
  'refusal.fileNotReadable.notASpreadsheet': 'No es una hoja de cálculo. Elija un archivo de Excel (.xlsx) o CSV.',
  'refusal.fileNotReadable.oldExcel': 'Es un archivo antiguo de Excel (.xls). Ábralo, guárdelo como .xlsx y elija ese archivo.',
  'refusal.fileNotReadable.password': 'El archivo está protegido con contraseña. Guárdelo sin ella y elíjalo de nuevo.',
  'refusal.fileNotReadable.damaged': 'El archivo está dañado y no se pudo leer. Ábralo en Excel, guárdelo de nuevo y elija ese archivo.',
  'refusal.fileNotReadable.tooManyRows': 'El archivo tiene demasiadas filas. Divídalo en archivos más pequeños.',
  'refusal.fileNotReadable.tooManyColumns': 'El archivo tiene demasiadas columnas. Elimine las que no hagan falta.',
  'refusal.fileNotReadable.expandsTooMuch':
    'El archivo ocupa al descomprimirse mucho más de lo normal y no se ha leído. Guárdelo de nuevo en Excel o pregunte de dónde procede.',
  'refusal.fileNotReadable.tookTooLong': 'La lectura del archivo tardaba demasiado y se ha detenido. Divídalo en archivos más pequeños.',
  'refusal.fileNotReadable.noRows': 'El archivo tiene encabezados pero ninguna fila. Elija otro archivo u otra hoja.',
  'refusal.fileNotReadable.binary': 'El archivo no es de texto. Guárdelo como CSV o .xlsx y elija ese archivo.',
  'refusal.columnsMissing':
    'Todavía falta: {columns}. Indique qué columna de su archivo {count, plural, one {lo contiene} other {los contiene}}.',
  'refusal.importExpired': 'Esta importación ya no está abierta y no se ha guardado nada de ella. Elija el archivo de nuevo.',
  'refusal.importAlreadyUndone': 'Esta importación ya se había deshecho.',
  'refusal.importBuiltUpon':
    'No se puede deshacer toda la importación: {references} ha cambiado o se ha trabajado en ello desde entonces, o una retención legal lo conserva. No se deshizo nada. Puede deshacer el resto y conservar esto como está.',
  'refusal.declarationMissing':
    'Ningún caso se abre hasta que todas las personas presentes hayan hecho la declaración de confidencialidad. Anótela en la asistencia y continúe.',
  'refusal.meetingNotOpen': 'La reunión no está abierta. Ábrala primero.',
  'refusal.meetingClosed': 'La reunión está cerrada y su acta es definitiva. Haga el cambio en la próxima reunión.',
  'refusal.casesNotHandled': 'Por tratar o aplazar: {references}. Hágalo antes de terminar la reunión.',
  'refusal.statusNotAllowed': 'Una acción en estado «{from}» no puede pasar a «{to}». Elija otro estado.',
  'refusal.samePersonTwice': 'La {victim} y el {perpetrator} son aquí la misma persona. Corrija uno de los nombres.',
  'refusal.nothingToUndo': 'No queda ningún cambio de este caso que se pueda deshacer.',
  'refusal.alreadyInCase': 'Esta persona ya está en el caso. Cambie allí su ficha.',
  'refusal.oppositeInACase':
    'Son la {victim} y el {perpetrator} de un mismo caso, así que no pueden ser la misma persona. Corrija los nombres en ese caso, o indique que no son la misma.',
  'refusal.bothInCase':
    'Las dos fichas están en el caso {reference}: unidas aparecerían allí dos veces. Si son la misma persona, copie lo que falte y quite una de ellas de ese caso. Únalas si después siguen existiendo las dos fichas.',
  'refusal.mergeTooLong':
    'Las dos fichas juntas contienen más de lo que cabe en una. Acorte o quite algo en una de ellas y vuelva a unirlas. No se cambió nada.',
  'refusal.mergeBuiltUpon': 'Después, la ficha se unió a otra. Deshaga primero esa unión y luego esta.',
  'refusal.nothingToRedo': 'No hay nada que rehacer: no se deshizo nada, o después se cambió otra cosa.',
  'refusal.voteNotCarried':
    'Su equipo cierra los casos por votación, y desde la última derivación no se ha aprobado ninguna para cerrar este. Anote la votación en el caso y luego ciérrelo.',
  'refusal.caseStillAwaited':
    'Este caso está en el orden del día de una reunión, o una derivación suya espera una. Quítelo del orden del día o rechace la derivación y luego ciérrelo.',
  'refusal.underLegalHold': 'Hay una retención legal sobre {references}. No se destruye nada hasta que se levante.',
  'refusal.caseNotClosed':
    'Aún abiertos: {references}. {count, plural, one {Ciérrelo} other {Ciérrelos}} primero; un caso se destruye solo después de terminado su trabajo.',
  'refusal.notDueYet': 'No vence según el calendario: {references}. Elija otro motivo si lo hay, o espere.',
  'refusal.sweepNotDone': 'El archivo no se ha reescrito desde entonces. Termine eso primero; el certificado dice que se hizo.',
  'refusal.tooManyToExport': 'Hay más de {limit} entradas. Acote la búsqueda, por ejemplo por días, y escriba el resto en otro archivo.',
  'refusal.nothingToShare': 'Esta entidad no tiene acciones de esta reunión, así que no hay lista que preparar.',
  'refusal.returnNotOurs': 'Este archivo no lo hizo Caseboard para su equipo. Elija la lista que se envió a la entidad.',
  'refusal.returnPasswordUnknown':
    'El archivo tiene una contraseña distinta de aquella con la que se envió. Pídala a la entidad y escríbala.',
  'refusal.caseSealed.restricted': '{reference} está restringido: se abre con una segunda confirmación.',
  'refusal.caseSealed.leave': 'Antes de abrir {reference}, deben salir de la sala: {who}.',
  'refusal.stillInRoom': 'Confirme primero que han salido de la sala: {agencies}.',
  'refusal.agencyConcerned':
    'Este caso está restringido para {agency}: no se les puede dar nada de él. Elija otra entidad o mire la restricción en la página del caso.',
  'noun.agency': 'entidad',
  'noun.holder': 'acceso',
  'noun.person': 'persona',
  'noun.case': 'caso',
  'noun.entry': 'anotación',
  'noun.referral': 'derivación',
  'noun.meeting': 'reunión',
  'noun.listing': 'caso del orden del día',
  'noun.action': 'acción',
  'noun.import': 'importación',
  'noun.filter': 'vista guardada',
  'noun.link': 'vínculo con un caso',
  'noun.wording': 'texto de un instrumento',
  'noun.mapping': 'asignación guardada',
  'noun.backup': 'copia de seguridad',
  'noun.hold': 'retención legal',
  'noun.merge': 'fusión',
  'noun.destruction': 'registro por destruir',
  'noun.actionList': 'lista de acciones',
  'fieldProblem.required': 'es obligatorio',
  'fieldProblem.tooLong': 'es demasiado largo',
  'fieldProblem.date': 'no es una fecha del calendario',
  'fieldProblem.time': 'no es una hora, por ejemplo 09:30',
  'fieldProblem.number': 'no es un número permitido',
  'fieldProblem.futureDate': 'está en el futuro',
  'fieldProblem.notAllowed': 'no es una de las opciones',
  'fieldProblem.contradicts': 'contradice otra respuesta: solo una de las dos puede ser afirmativa',
  'fieldProblem.noSuchCase': 'no es la referencia de otro caso',
  'fieldProblem.lowersRisk':
    'queda por debajo de lo que dice el instrumento: el criterio profesional puede elevar el riesgo, nunca rebajarlo',
} satisfies Record<keyof typeof enUs, string>
