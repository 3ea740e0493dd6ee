// Codes of the form stage: FORM-001 and up, by sheet in the files beside this one. Identifiers are never reused.
extension DiagnosticCode {
  static let formCodes: [DiagnosticCode] =
    [
      formSheetMissing, formSheetEmpty, formColumnMissing, formColumnUnknown, formColumnIneffective, formColumnTwice,
      formHeadingEmpty, formSheetUnknown, formSettingsRows, formIdentifierMissing, formIdentifierBlank,
      formDefaultLanguageUnknown, formLanguageWithoutCode, formLanguageCodeTwice, formSubmissionAddressInvalid,
      formChoiceColumnInvalid, formTypeMissing, formTypeUnknown, formTypeUnsupported, formListNameMissing,
      formListUnknown, formNameMissing, formNameInvalid, formNameReserved, formNameTwice, formNameDiffersInCase,
      formNameInOtherGroup, formRepeatNameTwice, formLabelMissing, formTranslationMissing, formTranslationColumnMissing,
      formTextNotComposed, formGroupNotClosed, formGroupNotOpened, formGroupEndsOtherwise, formGroupTooDeep,
      formGroupEmpty, formCalculationMissing, formParametersUnreadable, formRangeInvalid, formDefaultNotAChoice,
      formParameterUnknown, formOtherWithFilter, formReferenceUnknown, formReferenceAmbiguous, formReferenceMalformed,
      formReferenceCycle, formReferenceIntoRepeat, formChoiceListMissing, formChoiceNameMissing, formChoiceTwice,
      formChoiceNameBlank, formChoiceLabelMissing, formListUnused, formMissingCodeUndeclared, formMissingReasonUnknown,
      formListAllMissing, formIndicatorNameMissing, formIndicatorTwice, formIndicatorKindUnknown,
      formIndicatorWithoutItems, formIndicatorItemUnknown, formIndicatorPatternEmpty, formIndicatorPairBroken,
      formIndicatorItemUnfit, formIndicatorCodeUnknown, formIndicatorCodeMissing, formIndicatorReverseUnknown,
      formIndicatorParametersUnreadable, formIndicatorAgreeMissing, formIndicatorCodeTwice, formIndicatorLabelMissing,
      formIndicatorItemRepeated, formIndicatorScaleShort, formIndicatorParameterUnknown, formIndicatorParameterUnfit,
      formIndicatorStatisticUnknown,
    ] + formLogicCodes + formAttributeCodes + formEntryCodes + formExternalCodes + formParameterCodes + formRefusalCodes
}
