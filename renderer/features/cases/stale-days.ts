/** Days after which an assessment is old (domain.md 5.5). */
export const staleDays = 90
