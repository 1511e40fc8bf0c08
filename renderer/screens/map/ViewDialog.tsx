import { Button, Group, Modal, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { WORKSPACE_NAME_LIMIT } from '../../../shared/inventory/workspace'
import { useT } from '../../i18n'

interface Props {
  readonly title: string
  readonly name?: string
  readonly note?: string | undefined
  readonly onSave: (says: { readonly name: string; readonly note: string }) => void
  readonly onClose: () => void
}

/** Asks for a view's title and its note. */
export function ViewDialog({ title, name: before = '', note: noteBefore = '', onSave, onClose }: Props) {
  const t = useT()
  const [name, setName] = useState(before)
  const [note, setNote] = useState(noteBefore)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    onSave({ name, note })
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={title} yOffset={80} transitionProps={{ duration: 0 }}>
      <form onSubmit={submit} noValidate>
        <TextInput
          data-autofocus
          label={t('mapLook:views.name')}
          placeholder={t('mapLook:views.nameHint')}
          maxLength={WORKSPACE_NAME_LIMIT}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Textarea
          mt="sm"
          label={t('mapLook:views.note')}
          placeholder={t('mapLook:views.noteHint')}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('mapLook:views.cancel')}
          </Button>
          <Button type="submit" disabled={name.trim() === ''}>
            {t('mapLook:views.confirm')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
