import { useEffect, useState } from 'react'

function read(): string {
  const now = new Date()
  return `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`
}

/** The time of day on this computer's clock, `HH:MM`, kept up to date. */
export function useClockTime(): string {
  const [time, setTime] = useState(read)
  useEffect(() => {
    const timer = setInterval(() => setTime(read()), 1000)
    return () => clearInterval(timer)
  }, [])
  return time
}
