; The installer for Windows: for one user, without administrator rights.
;
;   makensis -DVERSION=0.1.0 -DPROGRAMS=/absolute/folder -DOUT=/absolute/setup.exe packaging/windows/installer.nsi
;
; PROGRAMS holds trilemma.exe and trilemma-window.exe. Installs to %LOCALAPPDATA%\Programs\Trilemma, with an entry in the start
; menu, an entry in PATH for the command line, and an offer to open .ron files ("Open with"; what opens them otherwise stays as it
; is). Removing takes back all of that, and leaves the user's profiles and settings where they are. `/S` does it all without a word.

!ifndef VERSION
  !error "makensis -DVERSION=..."
!endif
!ifndef PROGRAMS
  !error "makensis -DPROGRAMS=..."
!endif
!ifndef OUT
  !define OUT "trilemma-${VERSION}-setup.exe"
!endif

!define APP_ID "alt.trilemma.Trilemma"
!define NAME "Trilemma"
; The kind of file, and where the system looks it up.
!define PROGID "${APP_ID}.Profile"
!define CLASSES "Software\Classes"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${APP_ID}"
; makensis looks from the folder of this file.
!define ROOT "../.."

Target amd64-unicode
ManifestDPIAware true
SetCompressor /SOLID lzma
RequestExecutionLevel user
Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"
Icon "${ROOT}/assets/icon/trilemma.ico"
UninstallIcon "${ROOT}/assets/icon/trilemma.ico"

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME} setup"
VIAddVersionKey "CompanyName" "The Trilemma developers"
VIAddVersionKey "LegalCopyright" "MIT OR Apache-2.0"

!include "MUI2.nsh"
!include "WinMessages.nsh"
!include "LogicLib.nsh"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\trilemma-window.exe"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; Tells running programs that something they have read has changed.
!macro TellOthers
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  SendMessage ${HWND_BROADCAST} ${WM_WININICHANGE} 0 "STR:Environment" /TIMEOUT=2000
!macroend

; Adds the folder to the user's PATH, or takes it out. NSIS's own strings would cut a long PATH off and spoil it, so the value stays in
; memory of its own. It keeps its type, %variables% and everything that is not ours.
!define HKCU_HANDLE -2147483647
!define RRF_STRING_AS_IT_STANDS 0x10000006
!define ERROR_FILE_NOT_FOUND 2
!define REG_EXPAND_SZ 2
!macro PathFunctions UN
  ; $1 type, $2 bytes, $3 the value, $4 place of the folder in it or 0, $5 what follows it.
  Function ${UN}ReadPath
    System::Call 'advapi32::RegGetValueW(p ${HKCU_HANDLE}, w "Environment", w "Path", i ${RRF_STRING_AS_IT_STANDS}, *i 0 r1, p 0, *i 0 r2) i .r0'
    ${If} $0 = ${ERROR_FILE_NOT_FOUND}
      StrCpy $1 ${REG_EXPAND_SZ}
      StrCpy $2 2
    ${ElseIf} $0 <> 0
      StrCpy $3 0
      Return
    ${EndIf}
    StrLen $4 "$INSTDIR"
    IntOp $4 $4 * 2
    IntOp $4 $4 + $2
    IntOp $4 $4 + 8
    System::Alloc $4
    Pop $3
    ${If} $0 = 0
      System::Call 'advapi32::RegGetValueW(p ${HKCU_HANDLE}, w "Environment", w "Path", i ${RRF_STRING_AS_IT_STANDS}, p 0, p r3, *i r2) i .r0'
    ${EndIf}
    ; A longer folder that begins with the same letters is another one.
    StrCpy $4 $3
    ${Do}
      System::Call 'shlwapi::StrStrIW(p r4, w "$INSTDIR") p .r4'
      ${If} $4 P= 0
        ${ExitDo}
      ${EndIf}
      StrLen $5 "$INSTDIR"
      IntOp $5 $5 * 2
      IntPtrOp $5 $4 + $5
      System::Call '*$5(&w1 .r6)'
      ${If} $6 == ""
      ${OrIf} $6 == ";"
        ${ExitDo}
      ${EndIf}
      StrCpy $4 $5
    ${Loop}
  FunctionEnd
  Function ${UN}WritePath
    System::Call 'kernel32::lstrlenW(p r3) i .r2'
    ${If} $2 = 0
      System::Call 'advapi32::RegDeleteKeyValueW(p ${HKCU_HANDLE}, w "Environment", w "Path")'
    ${Else}
      IntOp $2 $2 * 2
      IntOp $2 $2 + 2
      System::Call 'advapi32::RegSetKeyValueW(p ${HKCU_HANDLE}, w "Environment", w "Path", i r1, p r3, i r2) i .r0'
    ${EndIf}
  FunctionEnd
!macroend
!insertmacro PathFunctions ""
!insertmacro PathFunctions "un."

Function AddToPath
  Call ReadPath
  ${If} $3 P= 0
    DetailPrint "PATH could not be read and stays as it is."
  ${ElseIf} $4 P= 0
    System::Call 'kernel32::lstrlenW(p r3) i .r2'
    ${If} $2 > 0
      System::Call 'kernel32::lstrcatW(p r3, w ";")'
    ${EndIf}
    System::Call 'kernel32::lstrcatW(p r3, w "$INSTDIR")'
    Call WritePath
  ${EndIf}
  System::Free $3
FunctionEnd

Function un.RemoveFromPath
  Call un.ReadPath
  ${If} $3 P<> 0
  ${AndIf} $4 P<> 0
    ; With the semicolon behind it or, at the end, the one before it.
    System::Call '*$5(&w1 .r6)'
    ${If} $6 == ";"
      IntPtrOp $5 $5 + 2
    ${ElseIf} $4 P> $3
      IntPtrOp $4 $4 - 2
    ${EndIf}
    System::Call 'kernel32::lstrlenW(p r5) i .r6'
    IntOp $6 $6 * 2
    IntOp $6 $6 + 2
    System::Call 'ntdll::RtlMoveMemory(p r4, p r5, p r6)'
    Call un.WritePath
  ${EndIf}
  System::Free $3
FunctionEnd

Section "Install"
  SetOutPath "$INSTDIR"
  File "${PROGRAMS}/trilemma.exe"
  File "${PROGRAMS}/trilemma-window.exe"
  File "${ROOT}/assets/licences.txt"
  File "/oname=README.txt" "${ROOT}/README.md"
  File "/oname=CHANGELOG.txt" "${ROOT}/CHANGELOG.md"
  File "/oname=LICENSE-MIT.txt" "${ROOT}/LICENSE-MIT"
  File "/oname=LICENSE-APACHE.txt" "${ROOT}/LICENSE-APACHE"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\trilemma-window.exe" "" "$INSTDIR\trilemma.exe" 0

  ; An offer among others: OpenWithProgids takes nothing away from what opens .ron files now.
  WriteRegStr HKCU "${CLASSES}\${PROGID}" "" "Trilemma profile"
  WriteRegStr HKCU "${CLASSES}\${PROGID}\DefaultIcon" "" "$INSTDIR\trilemma.exe,0"
  WriteRegStr HKCU "${CLASSES}\${PROGID}\shell\open" "FriendlyAppName" "${NAME}"
  WriteRegStr HKCU "${CLASSES}\${PROGID}\shell\open\command" "" '"$INSTDIR\trilemma-window.exe" "%1"'
  WriteRegNone HKCU "${CLASSES}\.ron\OpenWithProgids" "${PROGID}"
  WriteRegStr HKCU "${CLASSES}\Applications\trilemma-window.exe" "FriendlyAppName" "${NAME}"
  WriteRegStr HKCU "${CLASSES}\Applications\trilemma-window.exe\shell\open\command" "" '"$INSTDIR\trilemma-window.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\Applications\trilemma-window.exe\SupportedTypes" ".ron" ""

  Call AddToPath

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\trilemma.exe,0"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Trilemma developers"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  SectionGetSize 0 $0
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  !insertmacro TellOthers
SectionEnd

Section "Uninstall"
  Call un.RemoveFromPath
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegValue HKCU "${CLASSES}\.ron\OpenWithProgids" "${PROGID}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.ron\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.ron"
  DeleteRegKey HKCU "${CLASSES}\${PROGID}"
  DeleteRegKey HKCU "${CLASSES}\Applications\trilemma-window.exe"
  DeleteRegKey /ifempty HKCU "${CLASSES}\Applications"
  DeleteRegKey HKCU "${UNINSTALL}"
  Delete "$INSTDIR\trilemma.exe"
  Delete "$INSTDIR\trilemma-window.exe"
  Delete "$INSTDIR\licences.txt"
  Delete "$INSTDIR\README.txt"
  Delete "$INSTDIR\CHANGELOG.txt"
  Delete "$INSTDIR\LICENSE-MIT.txt"
  Delete "$INSTDIR\LICENSE-APACHE.txt"
  Delete "$INSTDIR\uninstall.exe"
  ; What stands for locked folders; nothing is in them.
  Delete "$TEMP\trilemma-*.lock"
  ; Only if nothing else lies in it.
  RMDir "$INSTDIR"
  !insertmacro TellOthers
SectionEnd
