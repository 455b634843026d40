/** The few words that main itself shows, outside the page: menu, dialogs of the system, and the refusal to start. */
export type ShellWords = {
  readonly file: string
  readonly lock: string
  readonly quit: string
  readonly edit: string
  readonly view: string
  readonly help: string
  readonly chooseFolder: string
  readonly saveHere: string
  readonly saveRecoveryKey: string
  readonly textFile: string
  readonly chooseBackup: string
  readonly openBackup: string
  readonly backupFile: string
  readonly notStarted: string
  readonly switchRefused: (name: string) => string
  readonly environmentRefused: (name: string) => string
  readonly profileMissing: (name: string) => string
  readonly nativeChanged: (name: string) => string
  readonly windowChanged: (name: string) => string
}

const en: ShellWords = {
  file: '&File',
  lock: '&Lock now',
  quit: '&Quit',
  edit: '&Edit',
  view: '&View',
  help: '&Help',
  chooseFolder: 'Choose a folder for the files',
  saveHere: 'Save here',
  saveRecoveryKey: 'Save the recovery key',
  textFile: 'Text file',
  chooseBackup: 'Choose a backup',
  openBackup: 'Open the backup',
  backupFile: 'Caseboard backup',
  notStarted: 'Caseboard was not started',
  switchRefused: (name) => `It was started with "${name}", which could open the records to other programs. Start it without.`,
  environmentRefused: (name) =>
    `The environment variable ${name} is set, which could open the records to other programs. Remove it and start again.`,
  profileMissing: (name) => `"${name}" needs the folder of the records behind it.`,
  nativeChanged: (name) =>
    `A part of the program is not the one it was made with (${name}): damaged, or changed by somebody. Your records were not opened. Install Caseboard again from the file you trust; the records stay where they are.`,
  windowChanged: (name) =>
    `The window is not shut off as it must be (${name}). Your records were not opened. Install Caseboard again from the file you trust; the records stay where they are.`,
}

const es: ShellWords = {
  file: '&Archivo',
  lock: '&Bloquear ahora',
  quit: '&Salir',
  edit: '&Editar',
  view: '&Ver',
  help: 'A&yuda',
  chooseFolder: 'Elija una carpeta para los archivos',
  saveHere: 'Guardar aquí',
  saveRecoveryKey: 'Guardar la clave de recuperación',
  textFile: 'Archivo de texto',
  chooseBackup: 'Elija una copia de seguridad',
  openBackup: 'Abrir la copia',
  backupFile: 'Copia de seguridad de Caseboard',
  notStarted: 'Caseboard no se ha iniciado',
  switchRefused: (name) => `Se inició con «${name}», que podría abrir los registros a otros programas. Inícielo sin esa opción.`,
  environmentRefused: (name) =>
    `La variable de entorno ${name} está definida y podría abrir los registros a otros programas. Quítela e inicie de nuevo.`,
  profileMissing: (name) => `«${name}» necesita a continuación la carpeta de los registros.`,
  nativeChanged: (name) =>
    `Una parte del programa no es la original (${name}): está dañada o alguien la ha cambiado. Sus registros no se han abierto. Instale Caseboard de nuevo desde el archivo en el que confía; los registros se quedan donde están.`,
  windowChanged: (name) =>
    `La ventana no está aislada como debe (${name}). Sus registros no se han abierto. Instale Caseboard de nuevo desde el archivo en el que confía; los registros se quedan donde están.`,
}

/** The words for a locale such as `es-MX`; English where we have none. */
export function shellWords(locale: string): ShellWords {
  return locale.toLowerCase().split('-', 1)[0] === 'es' ? es : en
}
