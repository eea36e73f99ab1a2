export const disclosureErrors: Readonly<Record<string, string>> = {
  "applicant_kind.choose": "Select who is applying",
  "name.required": "Enter your name",
  "name.too_long": "Your name must be 100 characters or fewer",
  "visit_topic.required": "Say what you want to talk about",
  "visit_topic.too_long": "Say it in 100 characters or fewer; the details can wait for the meeting",
  "visit_topic.characters":
    "What you want to talk about has characters that cannot be used. Remove emoji and other symbols",
  "name.characters": "Your name has characters that cannot be used. Remove emoji and other symbols",
  "legal_representative.required": "Enter the name of the legal representative",
  "legal_representative.too_long": "The legal representative's name must be 100 characters or fewer",
  "legal_representative.characters":
    "The legal representative's name has characters that cannot be used. Remove emoji and other symbols",
  "contact_name.required": "Enter the name of a contact person",
  "contact_name.too_long": "The contact person's name must be 100 characters or fewer",
  "contact_name.characters":
    "The contact person's name has characters that cannot be used. Remove emoji and other symbols",
  "identity_kind.choose": "Select which document you use",
  "identity.required": "Enter the document number",
  "identity.too_long": "The document number is too long. Check it against the document",
  "identity.characters":
    "The document number has characters that do not belong there. Check it against the document",
  "identity.old_number": "This is an old number of 15 digits. Enter the 18-character ID number",
  "identity.length": "The document number has the wrong length. Check it against the document",
  "identity.check_digit":
    "The document number is not right. One character may be wrong: check each against the document",
  "identity.birth_date": "The date of birth in the ID number does not exist. Check digits 7 to 14",
  "identity.birth_future": "The date of birth in the ID number is in the future. Check digits 7 to 14",
  "unit.choose": "Select which office you are asking",
  "title.required": "Enter a name for the information. A rough one will do",
  "title.too_long": "The name must be 200 characters or fewer. Put details in the description",
  "title.characters": "The name has hidden special characters. Delete them and type it again",
  "document_number.required": "Enter the document's official number",
  "document_number.too_long": "The official number must be 100 characters or fewer",
  "document_number.characters":
    "The official number has hidden special characters. Delete them and type it again",
  "description.required": "Describe the information so that the office can find it",
  "description.too_long": "The description must be 2,000 characters or fewer. More can go into an attachment",
  "description.characters": "The description has hidden special characters. Delete them and type it again",
  "form.choose": "Select the form you want it in",
  "route.choose": "Select how you want to get it",
  "route.form":
    "That way does not work with the form you chose: files cannot be posted, paper and discs cannot be sent online. Select another",
  "phone.required": "Enter a phone number",
  "phone.too_long": "The phone number is too long. Enter one number only",
  "phone.characters": "The phone number has characters that cannot be used. Enter digits only",
  "phone.invalid": "Enter a mobile number of 11 digits, or a landline with its area code",
  "phone.area_code": "Add the area code, such as 0755-88880000",
  "phone.or_other": "Enter a phone number, an email address or a postal address",
  "email.required": "You chose email, so enter an email address",
  "email.too_long": "The email address is too long. Check it",
  "email.characters": "The email address has characters that cannot be used. Check it",
  "email.invalid": "Enter an email address like name@example.com",
  "address.required": "You chose post, so enter the full address",
  "address.too_long": "The address must be 200 characters or fewer",
  "address.characters": "The address has characters that cannot be used. Check it",
  "postcode.required": "Enter the postcode",
  "postcode.too_long": "The postcode has 6 digits",
  "postcode.characters": "The postcode has 6 digits",
  "postcode.invalid": "The postcode has 6 digits",
  file_missing: "No file arrived. It may have taken too long: choose the file and upload it again",
  file_empty: "This file is empty. Choose another",
  file_too_large: "This file is larger than 10 MB. Make it smaller or split it, then upload it again",
  file_type:
    "This file is not a PDF, JPEG, PNG, DOCX or OFD, or its content does not match its name. Choose another",
  file_changed: "The file changed while it was being checked. Upload it again",
  file_secret:
    "The file bears the mark of a state secret. It may not be uploaded or sent over the internet: follow the rules on secrets, and hand it in in person where it is needed",
  too_many_files: "You can add 5 files at most, so this one was not added. Delete one first",
};

export const organisationErrors: Readonly<Record<string, string>> = {
  "name.required": "Enter the name of the organisation",
  "name.too_long": "The name of the organisation must be 100 characters or fewer",
  "name.characters":
    "The name of the organisation has characters that cannot be used. Remove emoji and other symbols",
};
