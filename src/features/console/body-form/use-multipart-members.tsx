import { useLayoutEffect, useMemo, useRef } from 'react';
import type { MediaTypeView } from '../../../../contract/reference-page';
import { fileFields, isMultipart, type FormValues } from '../request';
import { BodyFile } from '../views/BodyFile.view';
import { PartType } from '../views/PartType.view';
import type { OutermostMembers } from './form-context';

type Chosen = Pick<FormValues, 'files' | 'partTypes'>;

/** The parts of a multipart body that are files, and the type of each part; null for other bodies. */
export function useMultipartMembers(
  media: MediaTypeView,
  { files, partTypes }: Chosen,
  onChange: (chosen: Chosen) => void,
): OutermostMembers | null {
  const tell = useRef(onChange);
  useLayoutEffect(() => {
    tell.current = onChange;
  });
  return useMemo(() => {
    if (!isMultipart(media.type)) return null;
    const fields = fileFields(media);
    const setFiles = (name: string, list: readonly File[]): void =>
      tell.current({ files: { ...files, [name]: list }, partTypes });
    return {
      control(name, id) {
        const field = fields.find((one) => one.name === name);
        if (!field) return null;
        return <BodyFile id={id} field={field} files={files?.[name] ?? []} onChange={(list) => setFiles(name, list)} />;
      },
      beside: (name) => (
        <PartType
          name={name}
          media={media}
          type={partTypes?.[name] ?? ''}
          onChange={(type) => tell.current({ files, partTypes: { ...partTypes, [name]: type } })}
        />
      ),
      isSet: (name) => (files?.[name] ?? []).length > 0,
      onRemove: (name) => setFiles(name, []),
    };
  }, [media, files, partTypes]);
}
