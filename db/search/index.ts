export { search } from './find.ts'
