/** The names of what lies in the data folder beside the key file. */
export const STORE_FILE = 'caseboard.store'
export const BACKUPS_FOLDER = 'backups'
