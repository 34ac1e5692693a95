import { Missing } from '@/app/_admin/Missing'

export default function NotFound() {
  return <Missing list="/admin/claims" />
}
