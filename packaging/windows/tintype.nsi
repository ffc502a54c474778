; An installer for Windows of the folder dist\tintype. makensis compiles it; UNTRIED beyond that: nobody has run it yet.
;
;   makensis /DVERSION=0.2.0 packaging\windows\tintype.nsi
;
; Installs for one user, without rights of an administrator; the uninstaller takes everything away again.

Unicode true
!ifndef VERSION
  !error "say /DVERSION=..."
!endif

Name "Tintype ${VERSION}"
OutFile "..\..\dist\tintype-${VERSION}-windows.exe"
InstallDir "$LOCALAPPDATA\Programs\Tintype"
InstallDirRegKey HKCU "Software\Tintype" "folder"
RequestExecutionLevel user
SetCompressor /SOLID lzma

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Tintype"

Page directory
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

Section "Tintype"
  ; Files of an older version must not stay among those of this one.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "..\..\dist\tintype\*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Tintype.lnk" "$INSTDIR\tintype-window.exe"
  WriteRegStr HKCU "Software\Tintype" "folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Tintype"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\tintype-window.exe"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  ; "Open with" for photos, without taking any kind of file away from another program.
  WriteRegStr HKCU "Software\Classes\Applications\tintype-window.exe\shell\open\command" "" \
    '"$INSTDIR\tintype-window.exe" "%1"'
SectionEnd

Section "Uninstall"
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\tintype.exe"
  Delete "$INSTDIR\tintype-window.exe"
  Delete "$INSTDIR\sbom.cdx.json"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Tintype.lnk"
  DeleteRegKey HKCU "Software\Classes\Applications\tintype-window.exe"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\Tintype"
SectionEnd
